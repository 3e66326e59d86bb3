"""Calls to io-simulator over connections that are kept, from one event loop."""

from typing import Self

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector

from slow_io_common.parameters import Delay
from slow_io_common.problem import UPSTREAM_BROKEN, UPSTREAM_TIMEOUT, ProblemError
from slow_io_common.settings import Settings

_OK = 200
# Shorter than io-simulator keeps a connection, so that it is closed here and not while a request is on its way.
_KEPT_SECONDS = 300


class Upstream:
    """io-simulator, and the connections to it that this process keeps while it is entered."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._session: ClientSession | None = None

    async def __aenter__(self) -> Self:
        """Open the pool, in the event loop that will use it."""
        kept = TCPConnector(limit=self._settings.connections, keepalive_timeout=_KEPT_SECONDS)
        self._session = ClientSession(self._settings.upstream, connector=kept)
        return self

    async def __aexit__(self, *_cause: object) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()

    async def call(self, delay: Delay) -> None:
        """Wait for one answer."""
        if self._session is None:
            raise RuntimeError("called before the application serves")
        timeout = ClientTimeout(
            total=None,
            sock_connect=self._settings.connect_timeout,
            sock_read=delay.seconds + self._settings.timeout,
        )
        try:
            async with self._session.get(f"/slow-io?delay={delay.text}", timeout=timeout) as answer:
                await answer.read()
        except TimeoutError as late:
            raise ProblemError(UPSTREAM_TIMEOUT) from late
        except (ClientError, OSError) as broken:
            raise ProblemError(UPSTREAM_BROKEN) from broken
        if answer.status != _OK:
            raise ProblemError(UPSTREAM_BROKEN)
