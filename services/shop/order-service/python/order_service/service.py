"""``POST /api/orders``, ``GET /api/orders/{id}`` and ``GET /health``."""

import re
from uuid import UUID

from flask import Flask, Response, request

from order_service.incoming import idempotency_key, json_body
from order_service.order import OrderRequest
from order_service.orders import Orders
from shop_common.json_body import answer
from shop_common.problem import Problem
from shop_common.settings import Settings
from shop_common.store.database import Database
from shop_common.store.redis_link import RedisLink
from shop_common.store.service import StoreService

_ID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_INVALID_ID = Problem(400, "invalid_order_id", "An order id is a UUID.")
_UNKNOWN_ORDER = Problem(404, "unknown_order", "There is no order with this id.")


class OrderService(StoreService):
    """A replica of the order service."""

    def add_routes(self, app: Flask, database: Database, redis: RedisLink) -> None:
        """Add what places and finds orders."""
        orders = Orders(database, redis)

        def place() -> Response:
            body = json_body(request)
            key = idempotency_key(request)
            placement = orders.place(OrderRequest.parse(body), key)
            response = answer(201, placement.order.json())
            response.headers["Location"] = f"/api/orders/{placement.order.id}"
            response.headers["Idempotency-Replayed"] = str(placement.is_replay).lower()
            response.autocorrect_location_header = False
            return response

        def find(order_id: str) -> Response:
            if _ID.fullmatch(order_id) is None:
                return _INVALID_ID.answer()
            order = orders.find(UUID(order_id))
            return _UNKNOWN_ORDER.answer() if order is None else answer(200, order.json())

        app.add_url_rule("/api/orders", view_func=place, methods=["POST"])
        app.add_url_rule("/api/orders/<order_id>", view_func=find)


def create(settings: Settings) -> OrderService:
    """Make the service with the settings of the environment."""
    return OrderService(settings, "order-service")
