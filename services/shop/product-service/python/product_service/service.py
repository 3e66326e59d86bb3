"""``GET /api/products``, ``GET /api/products/{id}`` and ``GET /health``."""

import re

from flask import Flask, Response

from product_service.products import Products
from shop_common.json_body import answer
from shop_common.problem import Problem
from shop_common.settings import Settings
from shop_common.store.cache import ProductCache
from shop_common.store.database import Database
from shop_common.store.redis_link import RedisLink
from shop_common.store.service import StoreService

_ID = re.compile(r"[1-9]\d{0,8}", re.ASCII)
_INVALID_ID = Problem(400, "invalid_product_id", "A product id is a whole number from 1 to 999999999.")
_UNKNOWN_PRODUCT = Problem(404, "unknown_product", "There is no product with this id.")


class ProductService(StoreService):
    """A replica of the product service."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings, "product-service")
        self._cache_seconds = settings.seconds("CACHE_TTL", "30s")

    def add_routes(self, app: Flask, database: Database, redis: RedisLink) -> None:
        """Add the catalogue."""
        products = Products(database, ProductCache(redis, self._cache_seconds))

        def list_all() -> Response:
            return answer(200, products.list())

        def find(product_id: str) -> Response:
            if _ID.fullmatch(product_id) is None:
                return _INVALID_ID.answer()
            found = products.find(int(product_id))
            return _UNKNOWN_PRODUCT.answer() if found is None else answer(200, found)

        app.add_url_rule("/api/products", view_func=list_all)
        app.add_url_rule("/api/products/<product_id>", view_func=find)


def create(settings: Settings) -> ProductService:
    """Make the service with the settings of the environment."""
    return ProductService(settings)
