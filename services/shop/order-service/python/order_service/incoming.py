"""What a request to place an order must be before its body is read as an order."""

import re

from flask import Request

from shop_common.problem import TOO_LARGE, Problem, ProblemError

MAX_BODY = 64 * 1024

_BLOCK = 64 * 1024
_KEY = re.compile(r"[!-~]{1,200}")
_NOT_JSON = Problem(415, "unsupported_media_type", "The body must be of type application/json.")
_INVALID_KEY = Problem(400, "invalid_idempotency_key", "Idempotency-Key must be 1 to 200 visible ASCII characters.")


def json_body(request: Request) -> bytes:
    """Give the body of a request whose size and type are right."""
    body = request.stream.read(MAX_BODY + 1)
    if len(body) > MAX_BODY:
        # Who still sends would not see an answer on a connection that closes.
        while request.stream.read(_BLOCK):
            continue
        raise ProblemError(TOO_LARGE)
    if request.mimetype != "application/json":
        raise ProblemError(_NOT_JSON)
    return body


def idempotency_key(request: Request) -> str | None:
    """Give the key of a request, if it has one."""
    key = request.headers.get("Idempotency-Key")
    if key is not None and _KEY.fullmatch(key) is None:
        raise ProblemError(_INVALID_KEY)
    return key
