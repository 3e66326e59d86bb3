"""What the services with a database have in common: they prepare it, use Redis, and announce themselves."""

from flask import Flask, Response

from shop_common.registry.announcement import Announcement
from shop_common.service import Listener
from shop_common.settings import Settings
from shop_common.store.database import UNAVAILABLE, Database, DatabaseOptions, prepare
from shop_common.store.redis_link import RedisLink, RedisOptions
from shop_common.web import create_app, health


class StoreService:
    """A replica of a service that keeps its data in PostgreSQL."""

    def __init__(self, settings: Settings, name: str) -> None:
        self.name = name
        self.listener = Listener.of(settings)
        self._database_options = DatabaseOptions.of(settings)
        self._redis_options = RedisOptions.of(settings)
        self._announcement = Announcement.of(settings, name, self.listener.port)
        self._database = Database(self._database_options)
        self._redis = RedisLink(self._redis_options)

    def prepare(self) -> None:
        """Wait for the database, and make what is missing in it."""
        prepare(self._database_options)

    def application(self) -> Flask:
        """Connect to Redis and answer for this service's health; its other routes are its own."""
        self._redis.start()
        app = create_app()
        app.add_url_rule("/health", view_func=self._health)
        self.add_routes(app, self._database, self._redis)
        return app

    def add_routes(self, app: Flask, database: Database, redis: RedisLink) -> None:
        """Add what this service is there for."""
        raise NotImplementedError

    def announce(self) -> None:
        """Begin to tell the registry that this replica is there."""
        self._announcement.start(self._redis)

    def withdraw(self) -> None:
        """Take the announcement back."""
        self._announcement.withdraw(self._redis_options)

    def _health(self) -> Response:
        if not self._database.is_reachable:
            return UNAVAILABLE.answer()
        return health(degraded=not self._redis.is_connected)
