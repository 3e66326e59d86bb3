"""Connections to a Redis that may be away.

While Redis is away a command fails at once. A Redis that hangs is found out by an answer that does not come within two
probe intervals; it is connected again when a PING is answered.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from shop_common.address import Address, parse_url
from shop_common.background import repeat
from shop_common.settings import Settings

_LOG = logging.getLogger(__name__)
_DEFAULT_PORT = 6379
# More than there are threads that ask at once: one too few would look like a Redis that is away.
_MOST_CONNECTIONS = 4096


class RedisAwayError(Exception):
    """Redis did not answer, now or a moment ago, or refused a command: it is to be done without."""


@dataclass(frozen=True)
class RedisOptions:
    """Where Redis is, and how long to wait between two PINGs."""

    url: str
    probe_seconds: float

    @classmethod
    def of(cls, settings: Settings) -> "RedisOptions":
        """Read ``REDIS_URL`` and ``REDIS_PROBE``."""
        return cls(settings.url("REDIS_URL", fallback="redis://redis:6379"), settings.seconds("REDIS_PROBE", "250ms"))

    @property
    def address(self) -> Address:
        """Host and port."""
        url = parse_url(self.url)
        if url is None or url.hostname is None:
            raise ValueError(self.url)
        return Address(url.hostname, url.port or _DEFAULT_PORT)


class RedisLink:
    """A pool of connections, and whether Redis answers on them as far as is known."""

    def __init__(self, options: RedisOptions) -> None:
        self.options = options
        self._client = redis.Redis.from_url(
            options.url,
            protocol=2,
            max_connections=_MOST_CONNECTIONS,
            retry=Retry(NoBackoff(), 0),
            socket_timeout=2 * options.probe_seconds,
            socket_connect_timeout=2 * options.probe_seconds,
        )
        self._connected = False
        self._told_away = False
        self._change = threading.Lock()
        self._on_connected: list[Callable[[], None]] = []

    def start(self) -> None:
        """Try to connect once, and go on probing beside the caller."""
        self.probe()
        repeat("redis-probe", self.options.probe_seconds, self.probe)

    def when_connected(self, action: Callable[[], None]) -> None:
        """Call back each time that Redis has come back."""
        self._on_connected.append(action)

    @property
    def is_connected(self) -> bool:
        """Whether Redis answers, as far as is known now."""
        return self._connected

    def send(self, *words: str | bytes | int) -> Any:  # noqa: ANN401
        """Send a command and give its answer; fail at once while Redis is away."""
        if not self._connected:
            raise RedisAwayError
        try:
            return self._client.execute_command(*words)
        except (redis.ConnectionError, redis.TimeoutError, OSError) as cause:
            self._away(cause)
            raise RedisAwayError from cause
        except redis.RedisError as refused:
            raise RedisAwayError from refused

    def send_or_forget(self, *words: str | bytes | int) -> None:
        """Send a command whose loss does not matter."""
        try:
            self.send(*words)
        except RedisAwayError:
            return

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def probe(self) -> None:
        """Find out whether Redis answers."""
        try:
            self._client.execute_command("PING")
        except (redis.RedisError, OSError) as cause:
            self._away(cause)
            return
        with self._change:
            was_away, self._connected, self._told_away = not self._connected, True, False
        if was_away:
            _LOG.info("Redis at %s is connected", self.options.address)
            for action in self._on_connected:
                action()

    def _away(self, cause: Exception) -> None:
        with self._change:
            told, self._connected, self._told_away = self._told_away, False, True
        if not told:
            _LOG.warning("Redis at %s is away: %s", self.options.address, cause)
            self._client.connection_pool.disconnect(inuse_connections=False)
