"""Where requests go, and the id that they get."""

import random

import pytest
from werkzeug.test import Client

from api_gateway.correlation import correlation_id
from api_gateway.routes import is_under, routes
from shop_common.address import Address
from shop_common.forward.forwarder import Forwarder, ForwardOptions
from shop_common.forward.replicas import Replicas
from shop_common.settings import Settings


def gateway(*replicas: Address) -> Client:
    known = Replicas(1.0, lambda: 0.0, random.Random(7))
    known.update(replicas)
    options = ForwardOptions.of(Settings({}))
    forwarders = [Forwarder(name, known, options) for name in ("product-service", "order-service")]
    return routes(forwarders[0], forwarders[1], random.Random(7)).test_client()


@pytest.mark.parametrize(
    ("path", "under"),
    [("/api/products", True), ("/api/products/7", True), ("/api/productsandmore", False), ("/", False)],
)
def test_a_path_is_under_its_root(path: str, under: bool) -> None:
    assert is_under("/api/products", path) is under


@pytest.mark.parametrize("given", ["order-17", "A.b_c-9", "x" * 64])
def test_a_harmless_id_is_kept(given: str) -> None:
    assert correlation_id(given, random.Random(7)) == given


@pytest.mark.parametrize("given", [None, "", "<script>", "x" * 65, "a b", "a\n"])
def test_any_other_is_replaced_by_one_of_fixed_length(given: str | None) -> None:
    fresh = correlation_id(given, random.Random(7))
    assert len(fresh) == 32
    assert set(fresh) <= set("0123456789abcdef")


def test_without_replicas_the_gateway_cannot_serve() -> None:
    for path in ("/health", "/api/products", "/api/orders/1"):
        response = gateway().get(path, headers={"X-Correlation-Id": "17"})
        assert response.status_code == 503
        assert response.get_json()["code"] == "no_live_replica"
        assert response.headers.getlist("X-Correlation-Id") == ["17"]


def test_health_is_its_own() -> None:
    assert gateway(Address("127.0.0.1", 1)).get("/health").data == b'{"status":"ok"}'


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/api/users", 404), ("TRACE", "/api/products", 405)])
def test_what_is_not_there_is_a_problem_with_an_id_too(method: str, path: str, status: int) -> None:
    response = gateway().open(path, method=method)
    assert response.status_code == status
    assert set(response.get_json()) == {"code", "message"}
    assert len(response.headers["X-Correlation-Id"]) == 32
