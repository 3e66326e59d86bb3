"""An order, and what a customer asks for."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from shop_common.json_body import encoded
from shop_common.problem import Problem, ProblemError

MAX_PRODUCT_ID = 999_999_999
MAX_QUANTITY = 100
_LONGEST_NUMBER = 18
# As the JSON parser of the jvm variant has it.
_ENDLESS_NUMBER = 1000

_MALFORMED = Problem(400, "malformed_json", "The body must be a JSON object with product_id and quantity.")
_INVALID_PRODUCT = Problem(400, "invalid_product_id", "product_id must be a whole number from 1 to 999999999.")
_INVALID_QUANTITY = Problem(400, "invalid_quantity", "quantity must be a whole number from 1 to 100.")


@dataclass(frozen=True)
class OrderRequest:
    """A product, and from 1 to 100 of it."""

    product_id: int
    quantity: int

    @classmethod
    def parse(cls, body: bytes) -> "OrderRequest":
        """Read the body of a request, or refuse it with a problem."""
        document = _document(body)
        return cls(
            _whole_number(document, "product_id", MAX_PRODUCT_ID, _INVALID_PRODUCT),
            _whole_number(document, "quantity", MAX_QUANTITY, _INVALID_QUANTITY),
        )


@dataclass(frozen=True)
class Order:
    """An accepted order and what it costs."""

    id: UUID
    wanted: OrderRequest
    total_cents: int

    def json(self) -> bytes:
        """Give its JSON."""
        return encoded(
            {
                "id": str(self.id),
                "product_id": self.wanted.product_id,
                "quantity": self.wanted.quantity,
                "total_cents": self.total_cents,
            }
        )


@dataclass(frozen=True)
class Placement:
    """The order that now stands, and whether an earlier request with the same key placed it."""

    order: Order
    is_replay: bool


def _document(body: bytes) -> Mapping[str, object]:
    try:
        document = json.loads(body.decode(), parse_int=_number, parse_constant=_refuse)
    except (ValueError, RecursionError) as malformed:
        raise ProblemError(_MALFORMED) from malformed
    if not isinstance(document, dict):
        raise ProblemError(_MALFORMED)
    return document


def _number(digits: str) -> int | float:
    """Read a number; one with more digits than any that is allowed need not be exact, and an endless one is refused."""
    if len(digits) > _ENDLESS_NUMBER:
        raise ValueError("a number without end")
    return int(digits) if len(digits) <= _LONGEST_NUMBER else float("inf")


def _refuse(constant: str) -> None:
    raise ValueError(constant + " is no JSON")


def _whole_number(document: Mapping[str, object], field: str, most: int, otherwise: Problem) -> int:
    value = document.get(field)
    if type(value) is int and 1 <= value <= most:
        return value
    raise ProblemError(otherwise)
