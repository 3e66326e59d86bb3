"""One path of the server, and one exchange on it."""

import asyncio
import socket
import struct
from collections import Counter
from dataclasses import dataclass, field

HELLO = b"hello, world\n"
SOMETIMES = 5


@dataclass
class Site:
    """What arrived at one path, and what was sent from there."""

    requests: Counter[str] = field(default_factory=Counter)
    connections: int = 0
    necessary: int = 0
    cookies: int = 0
    longestCookie: int = 0
    answers: Counter[int] = field(default_factory=Counter)
    bodyBytes: int = 0
    unequal: int = 0
    firstBody: int | None = None
    dropped: int = 0
    malformed: int = 0
    unanswered: int = 0
    bytesSent: int = 0

    def whole(self, status: int, length: int) -> None:
        """Counts an answer that was sent as HTTP asks."""
        self.answers[status] += 1
        self.bodyBytes += length
        if status < 400:
            self.firstBody = length if self.firstBody is None else self.firstBody
            self.unequal += length != self.firstBody


@dataclass
class Exchange:
    """One request and its answer. The server reads on if the connection is kept; a client had better not use it again if it is spoilt."""

    method: str
    path: str
    version: str
    headers: dict[str, str]
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    site: Site = field(default_factory=Site)
    nth: int = 0
    kept: bool = True
    spoilt: bool = False
    half_closed: bool = False

    def __post_init__(self) -> None:
        wish = self.headers.get("connection", "").lower()
        self.kept = wish == "keep-alive" if self.version == "HTTP/1.0" else wish != "close"

    def sometimes(self) -> bool:
        """Whether this request is one of those that meet what is odd."""
        return sum(self.site.requests.values()) % SOMETIMES == 0

    async def send(self, data: bytes) -> None:
        """Sends bytes as they are."""
        self.site.bytesSent += len(data)
        self.writer.write(data)
        await self.writer.drain()

    def head(self, status: int, *fields: str, version: str = "HTTP/1.1") -> bytes:
        """The start of an answer, with a word on the connection where the client would not expect what is going to happen to it."""
        lines = [f"{version} {status} Odd", *fields]
        if not self.kept:
            lines.append("Connection: close")
        elif self.version == "HTTP/1.0":
            lines.append("Connection: keep-alive")
        return "\r\n".join([*lines, "", ""]).encode()

    async def answer(self, status: int = 200, body: bytes = HELLO, *fields: str) -> None:
        """Answers as HTTP asks."""
        sent = b"" if self.method == "HEAD" else body
        self.site.whole(status, len(sent))
        await self.send(self.head(status, f"Content-Length: {len(body)}", *fields) + sent)

    def drop(self) -> None:
        """Closes the connection without an answer."""
        self.site.dropped += 1
        self.kept = False

    async def cut_off(self, start: bytes) -> None:
        """Sends the start of an answer and closes the connection."""
        self.site.malformed += 1
        self.kept = False
        await self.send(start)

    def reset(self) -> None:
        """Has the connection end by a reset."""
        linger = struct.pack("ii", 1, 0)
        self.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.writer.transport.abort()
