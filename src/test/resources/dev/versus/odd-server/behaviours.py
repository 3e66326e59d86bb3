"""What the server does on each path, by the path's name: first what is right but seldom tried, then what is wrong."""

import asyncio
import gzip
import socket
from collections.abc import Awaitable, Callable

from exchange import HELLO, SOMETIMES, Exchange

STATUSES = (200, 500, 200, 200, 503, 200, 404, 200, 200, 500)
REDIRECTS = (301, 302, 303, 307, 308)
LONGEST_WAIT = 60
MEBIBYTE = 1 << 20

Behaviour = Callable[[Exchange], Awaitable[None]]
BEHAVIOURS: dict[str, Behaviour] = {}


def odd(behave: Behaviour) -> Behaviour:
    """Registers a behaviour under its name."""
    BEHAVIOURS[behave.__name__.replace("_", "-")] = behave
    return behave


def sometimes(behave: Behaviour) -> Behaviour:
    """Registers a behaviour under its name that shows sometimes; else the answer is a plain one."""

    async def either(x: Exchange) -> None:
        await (behave(x) if x.sometimes() else x.answer())

    either.__name__ = behave.__name__
    return odd(either)


@odd
async def plain(x: Exchange) -> None:
    await x.answer()


def interim(name: str, *statuses: int) -> None:
    """Registers a behaviour that sends interim answers before the answer."""

    async def behave(x: Exchange) -> None:
        for status in statuses:
            await x.send(f"HTTP/1.1 {status} Interim\r\nLink: </style.css>; rel=preload\r\n\r\n".encode())
            await asyncio.sleep(0.005)
        await x.answer()

    behave.__name__ = name
    odd(behave)


interim("interim_100", 100)
interim("interim_102", 102)
interim("interim_103", 103)
interim("interim_many", 102, 103, 103)


@odd
async def redirects(x: Exchange) -> None:
    await x.answer(REDIRECTS[x.site.requests.total() % len(REDIRECTS)], HELLO, "Location: plain")


@odd
async def errors(x: Exchange) -> None:
    """The pattern of statuses is a fixed one; the body of an error is a longer one."""
    status = STATUSES[x.site.requests.total() % len(STATUSES)]
    await x.answer(status, HELLO if status == 200 else b"something is out of order\n")


@odd
async def no_content(x: Exchange) -> None:
    x.site.whole(204, 0)
    await x.send(x.head(204))


@odd
async def not_modified(x: Exchange) -> None:
    """Names the length of a body that a 304 does not have."""
    x.site.whole(304, 0)
    await x.send(x.head(304, 'ETag: "odd"', f"Content-Length: {len(HELLO)}"))


@odd
async def varying(x: Exchange) -> None:
    await x.answer(200, HELLO * (1 + x.site.requests.total() % 3))


@odd
async def any_length(x: Exchange) -> None:
    """The same, for clients that are told to take any length."""
    await varying(x)


@odd
async def gzipped(x: Exchange) -> None:
    """Compressed, whether the client asks for it or not."""
    await x.answer(200, gzip.compress(100 * HELLO, mtime=0), "Content-Encoding: gzip")


@odd
async def gzip_asked(x: Exchange) -> None:
    await (gzipped(x) if "gzip" in x.headers.get("accept-encoding", "") else x.answer(200, 100 * HELLO))


@odd
async def chunked(x: Exchange) -> None:
    """Has an extension to a chunk, and a trailer."""
    head = x.head(200, "Transfer-Encoding: chunked")
    if x.method == "HEAD":
        x.site.whole(200, 0)
        return await x.send(head)
    x.site.whole(200, len(HELLO))
    await x.send(head + b"6;odd=yes\r\nhello,\r\n")
    return await x.send(b"7\r\n world\n\r\n0\r\nX-Odd: yes\r\n\r\n")


@odd
async def http_1_0(x: Exchange) -> None:
    x.kept = False
    x.site.whole(200, len(HELLO))
    await x.send(x.head(200, f"Content-Length: {len(HELLO)}", version="HTTP/1.0") + HELLO)


@odd
async def close_delimited(x: Exchange) -> None:
    """The end of the connection is the end of the body."""
    x.kept = False
    x.site.whole(200, len(HELLO))
    await x.send(x.head(200) + HELLO)


@odd
async def huge(x: Exchange) -> None:
    """A body of 64 MiB."""
    await x.send(x.head(200, f"Content-Length: {64 * MEBIBYTE}"))
    for _ in range(64):
        await x.send(bytes(MEBIBYTE))
    x.site.whole(200, 64 * MEBIBYTE)


@odd
async def slow_first_byte(x: Exchange) -> None:
    await asyncio.sleep(0.1)
    await x.answer()


@odd
async def trickle(x: Exchange) -> None:
    """Sends each byte on its own."""
    for byte in x.head(200, f"Content-Length: {len(HELLO)}") + HELLO:
        await x.send(bytes([byte]))
        await asyncio.sleep(0.0005)
    x.site.whole(200, len(HELLO))


@odd
async def cookie(x: Exchange) -> None:
    await x.answer(200, HELLO, "Set-Cookie: session=odd; Path=/")


@odd
async def growing_cookies(x: Exchange) -> None:
    """One cookie more with each answer."""
    number = x.site.requests.total()
    await x.answer(200, HELLO, f"Set-Cookie: c{number}={'x' * 100}; Path=/")


@odd
async def large_head(x: Exchange) -> None:
    """64 KiB of header fields."""
    await x.answer(200, HELLO, *(f"X-Odd-{n}: {'x' * 1000}" for n in range(64)))


@odd
async def closing(x: Exchange) -> None:
    """Sometimes says that the connection ends after the answer, and ends it."""
    x.kept = x.kept and not x.sometimes()
    await x.answer()


@sometimes
async def closing_silently(x: Exchange) -> None:
    """The answer and the end of the connection come in one packet; a request that comes nevertheless is dropped."""
    x.writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 1)
    await x.answer()
    if x.kept:
        x.writer.write_eof()
        x.spoilt = x.half_closed = True


@odd
async def dropped(x: Exchange) -> None:
    """Reads every fifth request of a connection and closes without an answer, as a worker does that is replaced."""
    if x.nth % SOMETIMES:
        await x.answer()
    else:
        x.drop()


@sometimes
async def empty(x: Exchange) -> None:
    x.drop()


@sometimes
async def cut_head(x: Exchange) -> None:
    await x.cut_off(b"HTTP/1.1 200 Odd\r\nContent-Le")


@sometimes
async def cut_body(x: Exchange) -> None:
    await x.cut_off(x.head(200, f"Content-Length: {len(HELLO)}") + HELLO[:6])


@sometimes
async def cut_chunks(x: Exchange) -> None:
    await x.cut_off(x.head(200, "Transfer-Encoding: chunked") + b"6\r\nhello,\r\n")


@sometimes
async def too_long(x: Exchange) -> None:
    """The body goes on after its announced end; the connection stays open."""
    x.site.malformed += 1
    x.spoilt = True
    await x.send(x.head(200, "Content-Length: 6") + HELLO)


@sometimes
async def reset(x: Exchange) -> None:
    x.drop()
    x.reset()


@sometimes
async def reset_in_body(x: Exchange) -> None:
    await x.cut_off(x.head(200, f"Content-Length: {len(HELLO)}") + HELLO[:6])
    await asyncio.sleep(0.02)
    x.reset()


@sometimes
async def hanging(x: Exchange) -> None:
    """Never answers; waits until the client leaves."""
    x.site.unanswered += 1
    x.kept = False
    await asyncio.wait_for(x.reader.read(1), LONGEST_WAIT)
