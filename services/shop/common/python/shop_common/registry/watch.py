"""Watches the replicas of one service in the background and tells each change to its listener."""

import logging
import threading
import time
from collections.abc import Callable, Sequence

from shop_common.address import Address
from shop_common.background import repeat
from shop_common.registry.key import address_of, prefix
from shop_common.registry.view import RegistryView
from shop_common.store.redis_link import RedisAwayError, RedisLink

_LOG = logging.getLogger(__name__)


class RegistryWatch:
    """A watch over the announcements of a service; an absent registry gets their life time to become complete again."""

    def __init__(self, redis: RedisLink, service: str, live_seconds: float) -> None:
        self._redis = redis
        self._service = service
        self._view = RegistryView(live_seconds, time.monotonic)
        self._one_at_a_time = threading.Lock()

    def start(self, seconds: float, listener: Callable[[Sequence[Address]], None]) -> None:
        """Look at once, whenever the registry is back, and at every interval."""

        def look() -> None:
            with self._one_at_a_time:
                self._look(listener)

        self._redis.when_connected(look)
        look()
        repeat("registry-watch", seconds, look)

    def _look(self, listener: Callable[[Sequence[Address]], None]) -> None:
        before = self._view.live
        try:
            self._view.told(self._registered())
        except RedisAwayError:
            self._view.registry_away()
        if self._view.live != before:
            _LOG.info("live replicas of %s: %s", self._service, ", ".join(map(str, self._view.live)) or "none")
            listener(self._view.live)

    def _registered(self) -> set[Address]:
        found: set[Address] = set()
        cursor = 0
        while True:
            cursor, keys = self._redis.send("SCAN", cursor, "MATCH", prefix(self._service) + "*", "COUNT", 1000)
            found.update(address for key in keys if (address := address_of(self._service, key.decode())) is not None)
            if cursor == 0:
                return found
