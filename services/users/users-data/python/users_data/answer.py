"""Answers of HTTP as ASGI sends them; one that is made once may be sent any number of times."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self

# What ASGI hands to an application, in its own words.
Message = dict[str, Any]
Scope = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


@dataclass(frozen=True)
class Answer:
    """The two messages of an answer."""

    start: Message
    body: Message

    @classmethod
    def of(cls, status: int, body: bytes, *headers: tuple[bytes, bytes]) -> Self:
        """Make one of a status, a body and headers; the body's length is added."""
        length = (b"content-length", str(len(body)).encode())
        return cls(
            {"type": "http.response.start", "status": status, "headers": [length, *headers]},
            {"type": "http.response.body", "body": body},
        )

    @classmethod
    def json(cls, body: bytes, *headers: tuple[bytes, bytes]) -> Self:
        """Make a success whose body is JSON."""
        return cls.of(200, body, (b"content-type", b"application/json"), *headers)

    async def send(self, send: Send) -> None:
        """Send both messages."""
        await send(self.start)
        await send(self.body)


def encoded(document: Mapping[str, object]) -> bytes:
    """Give the bytes of a document: without spaces, its fields in their order."""
    return json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode()
