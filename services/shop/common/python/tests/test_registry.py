"""The registry: its keys, which replicas of every variant share, and the view of a registry that was away."""

from pathlib import Path

import pytest

from shop_common.address import Address
from shop_common.registry.announcement import Timing
from shop_common.registry.key import address_of, key_of
from shop_common.registry.view import RegistryView
from shop_common.settings import InvalidSettingError, Settings

ONE, OTHER = Address("10.0.0.1", 8080), Address("10.0.0.2", 8080)


@pytest.mark.parametrize("address", [ONE, Address("fe80::1", 80), Address("replica-2", 65535)])
def test_a_key_names_its_replica(address: Address) -> None:
    assert address_of("product-service", key_of("product-service", address)) == address


def test_a_key_has_the_form_of_the_other_variants() -> None:
    assert key_of("product-service", ONE) == "shop:registry:product-service:10.0.0.1:8080"
    java = Path(__file__).parents[2] / "src/main/java/dev/versus/services/shop/common/registry/RegistryKey.java"
    assert '"shop:registry:" + service + ":"' in java.read_text()


@pytest.mark.parametrize("key", ["shop:registry:order-service:a:1", "shop:registry:product-service:a", "x"])
def test_a_key_of_something_else_names_nobody(key: str) -> None:
    assert address_of("product-service", key) is None


def test_after_an_absence_the_view_only_grows_for_a_while() -> None:
    now = [0.0]
    view = RegistryView(2.0, lambda: now[0])
    view.told([ONE, OTHER])
    view.registry_away()
    now[0] = 1.9
    view.told([])
    assert set(view.live) == {ONE, OTHER}
    now[0] = 2.0
    view.told([OTHER])
    assert set(view.live) == {OTHER}


def test_an_announcement_lives_longer_than_a_heartbeat() -> None:
    with pytest.raises(
        InvalidSettingError, match='REGISTRY_TTL is "2000ms", but must be longer than REGISTRY_HEARTBEAT'
    ):
        Timing.of(Settings({"REGISTRY_HEARTBEAT": "3s"}))
