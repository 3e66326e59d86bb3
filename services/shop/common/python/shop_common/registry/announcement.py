"""A replica that tells the registry, again and again, that it is there.

When it dies its key expires; when it stops it takes the key away itself.
"""

import logging
import socket
from dataclasses import dataclass

from shop_common.address import Address
from shop_common.background import repeat
from shop_common.registry.key import key_of
from shop_common.settings import InvalidSettingError, Settings
from shop_common.store.redis_link import RedisLink, RedisOptions

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Timing:
    """How often a replica announces itself, and for how long each time counts."""

    heartbeat_seconds: float
    live_seconds: float

    @classmethod
    def of(cls, settings: Settings) -> "Timing":
        """Read ``REGISTRY_HEARTBEAT`` and ``REGISTRY_TTL``, which must be longer."""
        timing = cls(settings.seconds("REGISTRY_HEARTBEAT", "500ms"), settings.seconds("REGISTRY_TTL", "2s"))
        if timing.heartbeat_seconds >= timing.live_seconds:
            text = f"{round(timing.live_seconds * 1000)}ms"
            raise InvalidSettingError("REGISTRY_TTL", text, "longer than REGISTRY_HEARTBEAT")
        return timing


@dataclass(frozen=True)
class Announcement:
    """What is announced: the name that replicas share, where this one listens, and when."""

    service: str
    port: int
    host: str | None
    timing: Timing

    @classmethod
    def of(cls, settings: Settings, service: str, port: int) -> "Announcement":
        """Read ``ADVERTISE_HOST`` and the timing."""
        return cls(service, port, settings.value("ADVERTISE_HOST"), Timing.of(settings))

    def start(self, redis: RedisLink) -> None:
        """Begin to announce; a registry that is away is told as soon as it is back."""

        def beat() -> None:
            self._beat(redis)

        redis.when_connected(beat)
        beat()
        repeat("announcement", self.timing.heartbeat_seconds, beat)

    def withdraw(self, options: RedisOptions) -> None:
        """Take the announcement back, over a connection of its own."""
        redis = RedisLink(options)
        redis.probe()
        if redis.is_connected:
            redis.send_or_forget("DEL", self._key(options))
        redis.close()

    def _beat(self, redis: RedisLink) -> None:
        if not redis.is_connected:
            return
        try:
            key = self._key(redis.options)
        except OSError as cause:
            _LOG.warning("cannot announce %s: %s", self.service, cause)
            return
        redis.send_or_forget("SET", key, "", "PX", round(self.timing.live_seconds * 1000))

    def _key(self, options: RedisOptions) -> str:
        return key_of(self.service, Address(self.host or local_host_toward(options.address), self.port))


def local_host_toward(address: Address) -> str:
    """Give the local address of the way there: connecting a datagram socket sends nothing, but chooses the route."""
    family, _, _, _, target = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_DGRAM)[0]
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        probe.connect(target)
        host: str = probe.getsockname()[0]
        return host
