"""What io-simulator answers; the requests are made in its own event loop, without a server."""

import asyncio
import time
from collections.abc import MutableMapping
from typing import Any

import pytest

from io_simulator.main import app

Message = MutableMapping[str, Any]


async def ask(path: str, query: str = "", method: str = "GET") -> tuple[int, bytes]:
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [],
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:])


@pytest.mark.parametrize(
    ("path", "query", "method", "status", "body"),
    [
        ("/health", "", "GET", 200, b'{"status":"ok"}'),
        ("/slow-io", "delay=0.001", "GET", 200, b'{"delay":"0.001"}'),
        ("/slow-io", "delay=31", "GET", 400, b'"code":"invalid_parameter"'),
        ("/slow-io", "", "GET", 400, b"The parameter delay is missing"),
        ("/slow-io", "delay=1", "POST", 405, b'"code":"method_not_allowed"'),
        ("/docs", "", "GET", 404, b'"code":"not_found"'),
    ],
)
def test_every_answer_is_json_of_ours(path: str, query: str, method: str, status: int, body: bytes) -> None:
    answered, text = asyncio.run(ask(path, query, method))
    assert answered == status
    assert body in text


def test_it_never_answers_before_its_time() -> None:
    begin = time.perf_counter()
    asyncio.run(ask("/slow-io", "delay=0.05"))
    assert time.perf_counter() - begin >= 0.05
