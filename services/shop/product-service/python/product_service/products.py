"""The catalogue as JSON: the cache's bytes as they are, or else made from the rows of the database."""

from shop_common.json_body import encoded
from shop_common.store.cache import LIST, ProductCache, product_key
from shop_common.store.database import Database, Row

_ALL = "SELECT id, name, description, price_cents, stock FROM product ORDER BY id"
_ONE = "SELECT id, name, description, price_cents, stock FROM product WHERE id = %(id)s"
_FIELDS = ("id", "name", "description", "price_cents", "stock")


class Products:
    """All products."""

    def __init__(self, database: Database, cache: ProductCache) -> None:
        self._database = database
        self._cache = cache

    def list(self) -> bytes:
        """Give the list of all products."""
        return self._cache.read(LIST, self._read_all) or b""

    def find(self, product_id: int) -> bytes | None:
        """Give one product, if there is one with this id."""
        return self._cache.read(product_key(product_id), lambda: self._read_one(product_id))

    def _read_all(self) -> bytes:
        return list_json(self._database.query(_ALL))

    def _read_one(self, product_id: int) -> bytes | None:
        rows = self._database.query(_ONE, {"id": product_id})
        return encoded(_product(rows[0])) if rows else None


def list_json(rows: list[Row]) -> bytes:
    """Give the catalogue that these rows make."""
    return encoded({"products": [_product(row) for row in rows]})


def _product(row: Row) -> dict[str, object]:
    return dict(zip(_FIELDS, row, strict=True))
