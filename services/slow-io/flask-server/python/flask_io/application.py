"""A Flask application whose one request makes many calls to io-simulator."""

import logging
import time

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from flask_io.calls import Calls
from flask_io.client import ClientGoneError, client_of
from flask_io.upstream import Upstream
from slow_io_common.parameters import FanOut
from slow_io_common.problem import INTERNAL, JSON, Problem, ProblemError, encoded, of_http
from slow_io_common.settings import Settings

# What nginx logs for a client that has closed its connection; nobody reads it.
CLIENT_CLOSED_REQUEST = 499

_LOG = logging.getLogger(__name__)


def create_app(settings: Settings) -> Flask:
    """Make the application with its own pool of connections to io-simulator."""
    app = Flask(__name__, static_folder=None)
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    calls = Calls(Upstream(settings), settings.fan_out_threads)

    @app.get("/benchmark/flask-io-test")
    def io_test() -> Response:
        fan_out = FanOut.parse(request.args.get("delay"), request.args.get("concurrent"))
        begin = time.perf_counter()
        calls.make(fan_out, client_of(request.environ))
        response = _answer(200, encoded(fan_out.body()))
        response.headers["Server-Timing"] = f"calls;dur={(time.perf_counter() - begin) * 1e3:.1f}"
        return response

    @app.get("/health")
    def health() -> Response:
        return _answer(200, encoded({"status": "ok"}))

    app.register_error_handler(ProblemError, _refused)
    app.register_error_handler(ClientGoneError, _gone)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _failed)
    return app


def _answer(status: int, body: bytes) -> Response:
    return Response(body, status, content_type=JSON)


def _problem(problem: Problem) -> Response:
    return _answer(problem.status, problem.body())


def _refused(refused: ProblemError) -> Response:
    return _problem(refused.problem)


def _http(error: HTTPException) -> Response:
    return _problem(of_http(error.code or 0))


def _gone(_gone: ClientGoneError) -> Response:
    return Response(status=CLIENT_CLOSED_REQUEST)


def _failed(cause: Exception) -> Response:
    _LOG.error("%s failed", request.path, exc_info=cause)
    return _problem(INTERNAL)
