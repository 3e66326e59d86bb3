"""The application that Uvicorn serves, in ASGI's own words: no framework stands between a request and its bytes."""

import json
import logging
from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Any

from users_data.answer import Answer, Receive, Scope, Send, encoded
from users_data.bodies import Bodies
from users_data.key import Key
from users_data.payload import LARGEST_REVISION
from users_data.problem import INTERNAL, NOT_FOUND, Problem, ProblemError, method_not_allowed
from users_data.shared.transport import Transport

_LOG = logging.getLogger(__name__)

_HEALTHY = Answer.json(encoded({"status": "ok"}))
_MOST_QUERIES = 1024
_LONGEST_KEPT_QUERY = 64
_LONGEST_BODY = 1024

Handler = Callable[[Scope, Receive], Awaitable[Answer]]


class Application:
    """Answers the paths of users-data; ``default`` is the payload of a request that asks for no other."""

    def __init__(self, default: Key, bodies: Bodies, transport: Transport) -> None:
        self._bodies = bodies
        self._transport = transport
        self._default = default
        self._kept_key = lru_cache(_MOST_QUERIES)(default.asked)
        self._routes: dict[str, dict[str, Handler]] = {
            "/api/users": {"GET": self._users},
            "/api/write-to-shm": {"GET": self._write_to_shm},
            "/api/revision": {"GET": self._revision, "PUT": self._revise},
            "/health": {"GET": self._health},
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        answer = await self._answer(scope, receive)
        await answer.send(send)

    async def _answer(self, scope: Scope, receive: Receive) -> Answer:
        methods = self._routes.get(scope["path"])
        if methods is None:
            return NOT_FOUND.answer()
        handler = methods.get(scope["method"])
        if handler is None:
            return method_not_allowed(", ".join(methods))
        try:
            return await handler(scope, receive)
        except ProblemError as refused:
            return refused.problem.answer()
        except Exception:
            _LOG.exception("%s failed", scope["path"])
            return INTERNAL.answer()

    async def _users(self, scope: Scope, _receive: Receive) -> Answer:
        return self._bodies.current(self._key(scope)).answer

    async def _write_to_shm(self, scope: Scope, _receive: Receive) -> Answer:
        return await self._transport.announce(self._key(scope))

    def _key(self, scope: Scope) -> Key:
        query: bytes = scope["query_string"]
        return self._kept_key(query) if len(query) <= _LONGEST_KEPT_QUERY else self._default.asked(query)

    async def _revision(self, _scope: Scope, _receive: Receive) -> Answer:
        return Answer.json(encoded({"revision": self._bodies.revision}))

    async def _revise(self, scope: Scope, receive: Receive) -> Answer:
        self._bodies.revision = _given_revision(await _body(receive))
        return await self._revision(scope, receive)

    async def _health(self, _scope: Scope, _receive: Receive) -> Answer:
        return _HEALTHY


async def _body(receive: Receive) -> bytes:
    """Read a body that is short, or the beginning of a long one."""
    body = b""
    while len(body) <= _LONGEST_BODY:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ProblemError(Problem.invalid("The body for revision breaks off."))
        body += message.get("body", b"")
        if not message.get("more_body", False):
            break
    return body


def _given_revision(body: bytes) -> int:
    try:
        document: Any = json.loads(body) if len(body) <= _LONGEST_BODY else None
    except (ValueError, RecursionError):
        document = None
    given = document["revision"] if isinstance(document, dict) and document.keys() == {"revision"} else None
    if type(given) is not int or not 0 <= given <= LARGEST_REVISION:
        shown = body[:40].decode(errors="replace")
        expected = f'{{"revision": 7}}, with a whole number from 0 to {LARGEST_REVISION}'
        raise ProblemError(Problem.invalid(f"The body for revision is '{shown}': expected {expected}."))
    return given
