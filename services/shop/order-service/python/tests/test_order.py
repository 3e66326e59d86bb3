"""What is an order, and what is none."""

from uuid import UUID

import pytest

from order_service.order import Order, OrderRequest
from shop_common.problem import ProblemError


def test_an_order_request_is_a_product_and_a_quantity() -> None:
    assert OrderRequest.parse(b'{"product_id":7,"quantity":2,"note":"as a gift"}') == OrderRequest(7, 2)
    assert OrderRequest.parse(b' {"quantity":100, "product_id":999999999} ') == OrderRequest(999_999_999, 100)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('{"product_id":1,', "malformed_json"),
        ("", "malformed_json"),
        ("[]", "malformed_json"),
        ("null", "malformed_json"),
        ('{"product_id":1,"quantity":NaN}', "malformed_json"),
        ("[" * 50_000, "malformed_json"),
        ('{"quantity":1}', "invalid_product_id"),
        ('{"product_id":true,"quantity":1}', "invalid_product_id"),
        ('{"product_id":1000000000,"quantity":1}', "invalid_product_id"),
        ('{"product_id":1,"quantity":0}', "invalid_quantity"),
        ('{"product_id":1,"quantity":101}', "invalid_quantity"),
        ('{"product_id":1,"quantity":1.0}', "invalid_quantity"),
        ('{"product_id":1,"quantity":"2"}', "invalid_quantity"),
        ('{"product_id":1,"quantity":' + "9" * 1_000 + "}", "invalid_quantity"),
        ('{"product_id":1,"quantity":' + "9" * 1_001 + "}", "malformed_json"),
    ],
)
def test_anything_else_is_refused(body: str, code: str) -> None:
    with pytest.raises(ProblemError) as refused:
        OrderRequest.parse(body.encode())
    assert (refused.value.problem.status, refused.value.problem.code) == (400, code)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ProblemError, match="must be a JSON object"):
        OrderRequest.parse(b'{"product_id":1,"quantity":2,"note":"\xff"}')


def test_the_json_of_an_order_has_its_fields_in_order() -> None:
    order = Order(UUID(int=17), OrderRequest(7, 2), 13_980)
    expected = b'{"id":"00000000-0000-0000-0000-000000000011","product_id":7,"quantity":2,"total_cents":13980}'
    assert order.json() == expected
