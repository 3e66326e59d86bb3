"""A Quart application whose one request makes many calls to io-simulator, all at once."""

import asyncio
import logging
import time
from collections.abc import AsyncGenerator
from typing import Protocol

from quart import Quart, Response, request
from werkzeug.exceptions import HTTPException

from quart_io.upstream import Upstream
from slow_io_common.parameters import Delay, FanOut
from slow_io_common.problem import INTERNAL, JSON, Problem, ProblemError, encoded, of_http
from slow_io_common.settings import Settings

_LOG = logging.getLogger(__name__)


def create_app(settings: Settings) -> Quart:
    """Make the application; it opens its pool of connections to io-simulator when it starts to serve."""
    app = Quart(__name__, static_folder=None)
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    # A client may wait for 1000 calls, which may be late; the calls have timeouts of their own.
    app.config["RESPONSE_TIMEOUT"] = None
    upstream = Upstream(settings)

    @app.while_serving
    async def connections() -> AsyncGenerator[None]:
        async with upstream:
            yield

    @app.get("/benchmark/quart-io-test")
    async def io_test() -> Response:
        fan_out = FanOut.parse(request.args.get("delay"), request.args.get("concurrent"))
        begin = time.perf_counter()
        await call_at_once(upstream, fan_out)
        response = _answer(200, encoded(fan_out.body()))
        response.headers["Server-Timing"] = f"calls;dur={(time.perf_counter() - begin) * 1e3:.1f}"
        return response

    @app.get("/health")
    async def health() -> Response:
        return _answer(200, encoded({"status": "ok"}))

    app.register_error_handler(ProblemError, _refused)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _failed)
    return app


class Callable(Protocol):
    """What can be called."""

    async def call(self, delay: Delay) -> None:
        """Call once; fail with a ``ProblemError``."""


async def call_at_once(upstream: Callable, fan_out: FanOut) -> None:
    """Make all calls at once; the first that fails ends the others, and so does a client that goes away."""
    try:
        async with asyncio.TaskGroup() as calls:
            for _ in range(fan_out.calls):
                calls.create_task(upstream.call(fan_out.delay))
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from failed


def _answer(status: int, body: bytes) -> Response:
    return Response(body, status, content_type=JSON)


def _problem(problem: Problem) -> Response:
    return _answer(problem.status, problem.body())


async def _refused(refused: ProblemError) -> Response:
    return _problem(refused.problem)


async def _http(error: HTTPException) -> Response:
    return _problem(of_http(error.code or 0))


async def _failed(cause: Exception) -> Response:
    _LOG.error("%s failed", request.path, exc_info=cause)
    return _problem(INTERNAL)
