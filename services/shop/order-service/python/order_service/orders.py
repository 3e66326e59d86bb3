"""Places orders and finds them again.

One statement, and so one transaction, takes the stock and stores the order. The row lock of the product puts
concurrent orders in a row, so the stock never goes below zero; the unique idempotency key makes PostgreSQL undo the
whole statement when the same key has been there before.
"""

from uuid import UUID, uuid4

from psycopg.errors import UniqueViolation

from order_service.order import Order, OrderRequest, Placement
from shop_common.problem import Problem, ProblemError
from shop_common.store.cache import stock_changed
from shop_common.store.database import Database, Row
from shop_common.store.redis_link import RedisLink

_PLACE = """\
WITH taken AS (
  UPDATE product SET stock = stock - %(quantity)s
  WHERE id = %(product_id)s AND stock >= %(quantity)s RETURNING price_cents
)
INSERT INTO customer_order (id, product_id, quantity, total_cents, idempotency_key)
SELECT %(id)s, %(product_id)s, %(quantity)s, price_cents::bigint * %(quantity)s, %(key)s FROM taken
RETURNING id, product_id, quantity, total_cents"""
_BY_ID = "SELECT id, product_id, quantity, total_cents FROM customer_order WHERE id = %(id)s"
_BY_KEY = "SELECT id, product_id, quantity, total_cents FROM customer_order WHERE idempotency_key = %(key)s"
_PRODUCT = "SELECT 1 FROM product WHERE id = %(id)s"

_SOLD_OUT = Problem(409, "sold_out", "Fewer are in stock than were ordered.")
_UNKNOWN_PRODUCT = Problem(404, "unknown_product", "There is no product with this id.")
_KEY_REUSED = Problem(422, "idempotency_key_reused", "This Idempotency-Key came before with another order.")


class Orders:
    """All orders."""

    def __init__(self, database: Database, redis: RedisLink) -> None:
        self._database = database
        self._redis = redis

    def find(self, order_id: UUID) -> Order | None:
        """Give the order with this id, if there is one."""
        return _first(self._database.query(_BY_ID, {"id": order_id}))

    def place(self, wanted: OrderRequest, key: str | None) -> Placement:
        """Place an order, at most once for each key, or refuse it with a problem."""
        earlier = self._replay(wanted, key)
        if earlier is not None:
            return earlier
        placed = self._take(wanted, key)
        if placed is not None:
            stock_changed(self._redis, wanted.product_id)
            return Placement(placed, is_replay=False)
        # A concurrent request with the same key may have been faster, and may even have bought the last piece.
        earlier = self._replay(wanted, key)
        if earlier is not None:
            return earlier
        exists = self._database.query(_PRODUCT, {"id": wanted.product_id})
        raise ProblemError(_SOLD_OUT if exists else _UNKNOWN_PRODUCT)

    def _take(self, wanted: OrderRequest, key: str | None) -> Order | None:
        arguments = {"id": uuid4(), "product_id": wanted.product_id, "quantity": wanted.quantity, "key": key}
        try:
            return _first(self._database.query(_PLACE, arguments))
        except UniqueViolation:
            return None

    def _replay(self, wanted: OrderRequest, key: str | None) -> Placement | None:
        order = None if key is None else _first(self._database.query(_BY_KEY, {"key": key}))
        if order is None:
            return None
        if order.wanted != wanted:
            raise ProblemError(_KEY_REUSED)
        return Placement(order, is_replay=True)


def _first(rows: list[Row]) -> Order | None:
    if not rows:
        return None
    order_id, product_id, quantity, total_cents = rows[0]
    return Order(order_id, OrderRequest(product_id, quantity), total_cents)
