"""A request, made ready for the next hop."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Self

from flask import Request
from urllib3.util import SKIP_HEADER

from shop_common.forward.headers import end_to_end

_IDEMPOTENT = {"GET", "HEAD", "OPTIONS", "PUT", "DELETE"}
_OURSELVES = "1.1 shop"
_BLOCK = 64 * 1024


@dataclass(frozen=True)
class Outgoing:
    """What is sent to an upstream."""

    method: str
    target: str
    headers: dict[str, str]
    body: IO[bytes] | Iterator[bytes] | None
    is_chunked: bool

    @classmethod
    def of(cls, request: Request, stamp: dict[str, str]) -> Self:
        """Make it of a request that came in."""
        length = request.headers.get("Content-Length")
        chunked = "Transfer-Encoding" in request.headers
        body: IO[bytes] | Iterator[bytes] | None = None
        if chunked:
            body = _blocks(request.stream)
        elif length not in {None, "0"}:
            body = request.stream
        return cls(request.method, raw_target(request), _headers(request, stamp), body, chunked)

    @property
    def is_repeatable(self) -> bool:
        """Whether it may be sent twice: its method allows it, and no body has been used up."""
        return self.method in _IDEMPOTENT and self.body is None


def raw_target(request: Request) -> str:
    """Give path and query as the client wrote them, in origin form also if it sent an absolute URI."""
    target: str = request.environ.get("RAW_URI") or request.full_path
    if not target.startswith("/"):
        _, _, rest = target.partition("://")
        target = "/" + rest.partition("/")[2]
    return target


def _headers(request: Request, stamp: dict[str, str]) -> dict[str, str]:
    headers = dict(end_to_end(request.headers.items(), stamp.keys() | {"host"}))
    headers.update(stamp)
    headers["Via"] = _appended(headers.get("Via"), _OURSELVES)
    headers["X-Forwarded-For"] = _appended(headers.get("X-Forwarded-For"), request.remote_addr or "unknown")
    headers.setdefault("X-Forwarded-Host", request.headers.get("Host", ""))
    for name in ("User-Agent", "Accept-Encoding"):
        # What the client has not sent is not made up by our HTTP library.
        headers.setdefault(name, SKIP_HEADER)
    return headers


def _appended(before: str | None, value: str) -> str:
    return f"{before}, {value}" if before else value


def _blocks(stream: IO[bytes]) -> Iterator[bytes]:
    while block := stream.read(_BLOCK):
        yield block
