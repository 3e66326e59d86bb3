"""A Flask application whose every answer is JSON, also where no route matches or a handler fails."""

import logging

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from shop_common.json_body import answer, encoded
from shop_common.problem import BAD_REQUEST, INTERNAL, METHOD_NOT_ALLOWED, NOT_FOUND, TOO_LARGE, ProblemError

_LOG = logging.getLogger(__name__)
_OF_HTTP = {problem.status: problem for problem in (BAD_REQUEST, NOT_FOUND, METHOD_NOT_ALLOWED, TOO_LARGE)}


def create_app() -> Flask:
    """Give an application without routes; nothing is answered that no route asks for."""
    app = Flask(__name__, static_folder=None)
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    app.register_error_handler(ProblemError, _refused)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _failed)
    return app


def health(degraded: bool) -> Response:
    """Say that a service can serve, perhaps more slowly: something that it can do without is away."""
    return answer(200, encoded({"status": "degraded" if degraded else "ok"}))


def _refused(refused: ProblemError) -> Response:
    return refused.problem.answer()


def _http(error: HTTPException) -> Response:
    return _OF_HTTP.get(error.code or 0, BAD_REQUEST).answer()


def _failed(cause: Exception) -> Response:
    _LOG.error("%s failed", request.path, exc_info=cause)
    return INTERNAL.answer()
