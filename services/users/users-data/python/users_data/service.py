"""The service as a whole: what its settings ask for, opened and closed in order."""

import asyncio
from contextlib import ExitStack
from typing import Self

import uvicorn
import uvloop

from users_data.application import Application
from users_data.bodies import Bodies
from users_data.listeners import listen_on_path, listen_on_port
from users_data.settings import Settings
from users_data.shared.folder import SharedFolder
from users_data.shared.handout import Handout
from users_data.shared.memfd import MemfdPlace
from users_data.shared.naive import NaiveSegment
from users_data.shared.publisher import Place, Publisher
from users_data.shared.segment import SegmentPlace
from users_data.shared.snapshot import Writer
from users_data.shared.transport import Naive, Published, Transport
from users_data.shared.writers import Writers

_HTTP = ".http"
_DESCRIPTORS = ".fds"
# A connection that is not used for so long is closed; users-api repeats a request that meets the closing.
_KEPT_SECONDS = 300
_FAREWELL_SECONDS = 5


class Service:
    """Serves a deployment as one writer of shared memory; to be entered, then run."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._bodies = Bodies()
        self._closing = ExitStack()
        self._writers = Writers(SharedFolder(settings.shared))
        self._handout: Handout | None = None

    def __enter__(self) -> Self:
        """Open what it listens on; nothing is left open or behind if that fails."""
        settings = self._settings
        with ExitStack() as opening:
            port = opening.enter_context(listen_on_port(settings.host, settings.port))
            ident = opening.enter_context(self._writers.joined())
            path = opening.enter_context(listen_on_path(self._writers.path_of(ident, _HTTP)))
            self._server = self._made_server(self._transport(ident, opening))
            self._sockets = [port, path]
            self._writers.lead_to(ident, _HTTP)
            self._closing = opening.pop_all()
        return self

    def __exit__(self, *_cause: object) -> None:
        """Remove all that it has made."""
        self._closing.close()

    def stop(self) -> None:
        """End it soon, once what it has begun is answered."""
        self._server.should_exit = True

    def run(self) -> None:
        """Serve until stopped."""
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        if self._handout:
            self._handout.begin()
        await self._server.serve(self._sockets)
        if self._handout:
            self._handout.end()

    def _made_server(self, transport: Transport) -> uvicorn.Server:
        config = uvicorn.Config(
            Application(self._settings.key, self._bodies, transport),
            interface="asgi3",
            http="httptools",
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_keep_alive=_KEPT_SECONDS,
            timeout_graceful_shutdown=_FAREWELL_SECONDS,
        )
        return uvicorn.Server(config)

    def _transport(self, ident: str, opening: ExitStack) -> Transport:
        writer = Writer(self._settings.transport, ident)
        if writer.transport == "naive":
            return opening.enter_context(Naive(self._bodies, NaiveSegment(writer, self._writers.naive_segment)))
        if writer.transport == "segment":
            return Published(self._publisher(SegmentPlace(writer, self._writers.prefix), opening))
        path = self._writers.path_of(ident, _DESCRIPTORS)
        publisher = self._publisher(MemfdPlace(writer, path.name), opening)
        self._handout = Handout(publisher, opening.enter_context(listen_on_path(path)))
        return Published(publisher)

    def _publisher(self, place: Place, opening: ExitStack) -> Publisher:
        publisher = Publisher(self._bodies, place, self._settings.shm_limit)
        opening.callback(publisher.close)
        return publisher
