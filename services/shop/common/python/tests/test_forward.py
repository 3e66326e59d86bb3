"""What travels on, and what a failure on the way means."""

import pytest
from flask import Flask, request
from urllib3 import HTTPConnectionPool
from urllib3 import exceptions as failures
from urllib3.connection import HTTPConnection

from shop_common.forward.headers import end_to_end
from shop_common.forward.outgoing import Outgoing
from shop_common.forward.problems import of_failure
from shop_common.forward.upstream import Upstream
from shop_common.settings import InvalidSettingError, Settings

POOL = HTTPConnectionPool("replica")
CONNECTION = HTTPConnection("replica")


def test_headers_of_one_hop_stay_on_it() -> None:
    given = [
        ("Connection", "keep-alive, X-Secret, host"),
        ("X-Secret", "1"),
        ("TE", "trailers"),
        ("Upgrade", "h2c"),
        ("Proxy-Authorization", "Basic eA=="),
        ("Host", "shop"),
        ("Accept", "text/html"),
        ("Set-Cookie", "a=1"),
        ("Set-Cookie", "b=2"),
    ]
    assert end_to_end(given, {"accept"}) == [("Host", "shop"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")]


@pytest.mark.parametrize(
    ("cause", "status", "code"),
    [
        (failures.NewConnectionError(CONNECTION, "refused"), 503, "no_live_replica"),
        (failures.EmptyPoolError(POOL, "busy"), 503, "upstream_overloaded"),
        (failures.ConnectTimeoutError(), 504, "upstream_timeout"),
        (failures.ReadTimeoutError(POOL, "/", "late"), 504, "upstream_timeout"),
        (failures.ProtocolError("broken off"), 502, "upstream_broken"),
    ],
)
def test_a_failure_is_told_apart(cause: failures.HTTPError, status: int, code: str) -> None:
    problem = of_failure("product-service", cause)
    assert (problem.status, problem.code) == (status, code)


def outgoing(path: str, method: str = "GET", body: bytes = b"", headers: dict[str, str] | None = None) -> Outgoing:
    environment = {"RAW_URI": path, "REMOTE_ADDR": "10.0.0.9"}
    with Flask("test").test_request_context(
        path, method=method, data=body, headers=headers, environ_overrides=environment
    ):
        return Outgoing.of(request, {"x-correlation-id": "17"})


@pytest.mark.parametrize(
    ("given", "target"),
    [
        ("/api/products/1%0d%0aGET%20/x?a=%20", "/api/products/1%0d%0aGET%20/x?a=%20"),
        ("http://shop:80/api/products?a=b", "/api/products?a=b"),
        ("http://shop", "/"),
    ],
)
def test_the_target_is_the_clients_in_origin_form(given: str, target: str) -> None:
    assert outgoing(given).target == target


def test_the_way_is_added_to_and_the_id_replaced() -> None:
    sent = outgoing("/", headers={"X-Forwarded-For": "10.0.0.1", "Via": "1.1 nginx", "X-Correlation-Id": "<script>"})
    assert sent.headers["X-Forwarded-For"] == "10.0.0.1, 10.0.0.9"
    assert sent.headers["Via"] == "1.1 nginx, 1.1 shop"
    assert [value for name, value in sent.headers.items() if name.lower() == "x-correlation-id"] == ["17"]


def test_only_what_changes_nothing_and_has_no_body_may_be_sent_twice() -> None:
    assert outgoing("/").is_repeatable
    assert not outgoing("/", method="POST").is_repeatable
    assert not outgoing("/", method="PUT", body=b"{}").is_repeatable


def test_an_upstream_is_registered_or_at_fixed_addresses() -> None:
    fixed = Upstream.of(Settings({"U": "http://a:8080, http://b"}), "U", "product-service")
    assert [str(address) for address in fixed.fixed] == ["a:8080", "b:80"]
    assert Upstream.of(Settings({}), "U", "product-service") == Upstream("product-service")


@pytest.mark.parametrize("text", ["registry:", "https://a", "http://", "http://a:0", "http://a,"])
def test_any_other_upstream_is_refused(text: str) -> None:
    with pytest.raises(InvalidSettingError, match="must be URLs such as http://service:8080, divided by commas"):
        Upstream.of(Settings({"U": text}), "U", "product-service")
