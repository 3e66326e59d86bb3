"""The gateway: it watches the registry in the background and forwards to the replicas that it knows of."""

import random
import time

from flask import Flask

from api_gateway.routes import routes
from shop_common.forward.forwarder import Forwarder, ForwardOptions
from shop_common.forward.replicas import Replicas
from shop_common.forward.upstream import Upstream
from shop_common.registry.announcement import Timing
from shop_common.registry.watch import RegistryWatch
from shop_common.service import Listener
from shop_common.settings import Settings
from shop_common.store.redis_link import RedisLink, RedisOptions


class ApiGateway:
    """A gateway; nobody looks for it in the registry, so it does not announce itself."""

    def __init__(self, settings: Settings) -> None:
        self.name = "api-gateway"
        self.listener = Listener.of(settings)
        self._products = Upstream.of(settings, "PRODUCT_UPSTREAM", "product-service")
        self._orders = Upstream.of(settings, "ORDER_UPSTREAM", "order-service")
        self._forward_options = ForwardOptions.of(settings)
        self._redis_options = RedisOptions.of(settings)
        self._timing = Timing.of(settings)
        self._refresh_seconds = settings.seconds("REGISTRY_REFRESH", "250ms")

    def prepare(self) -> None:
        """Nothing is needed before it listens."""

    def application(self) -> Flask:
        """Connect to the registry, and make the routes."""
        redis = RedisLink(self._redis_options)
        redis.start()
        chance = random.Random()  # noqa: S311
        return routes(self._forwarder(self._products, redis), self._forwarder(self._orders, redis), chance)

    def announce(self) -> None:
        """Nobody looks for it."""

    def withdraw(self) -> None:
        """Nobody looks for it."""

    def _forwarder(self, upstream: Upstream, redis: RedisLink) -> Forwarder:
        ejection = self._forward_options.ejection_seconds
        replicas = Replicas(ejection, time.monotonic, random.Random())  # noqa: S311
        if upstream.fixed:
            replicas.update(upstream.fixed)
        else:
            RegistryWatch(redis, upstream.name, self._timing.live_seconds).start(self._refresh_seconds, replicas.update)
        return Forwarder(upstream.name, replicas, self._forward_options)


def create(settings: Settings) -> ApiGateway:
    """Make the gateway with the settings of the environment."""
    return ApiGateway(settings)
