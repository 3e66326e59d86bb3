"""An HTTP server that misbehaves, on each path in another way, and tells what arrived.

Called as `python3 -B odd-server [<port>]`: this folder is the program. It listens on 127.0.0.1, prints its address as its first line, and
ends with its standard input.

The last part of a path chooses the behaviour (`/plain`, `/anybody/plain`), and each path counts for itself. What happens sometimes happens to
every fifth request of a path: clients that send equally many requests, one after the other, meet the same.

`/behaviours` lists the behaviours, in JSON, and `/stats` tells of each path:

    requests                  by method
    connections, necessary    that requests came on; the fewest that would have done for a client that sends one request after the other
    cookies, longestCookie    requests with a cookie; the length of the longest Cookie field
    answers, bodyBytes        whole answers by status; the bytes of their bodies, compressed ones as they were sent, without chunks' frames
    unequal, firstBody        whole answers (2xx, 3xx) with bodies not as long as the first one; its length
    dropped, malformed        requests without a byte of an answer; answers that are cut off or go on after their end
    unanswered                requests that the server leaves waiting
    bytesSent                 all bytes
"""

import asyncio
import json
import socket
import sys
from collections import Counter

from behaviours import BEHAVIOURS
from exchange import Exchange, Site


async def unknown(x: Exchange) -> None:
    """Answers where no behaviour has the name of the path."""
    await x.answer(404, f"expected one of {', '.join(BEHAVIOURS)} as the end of the path\n".encode())


class Server:
    """Counts for each path, and lets its behaviour answer."""

    def __init__(self) -> None:
        self.sites: dict[str, Site] = {}
        self.last_kept: dict[str, bool] = {}

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answers the requests of one connection, one after the other."""
        writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        seen: Counter[str] = Counter()
        half_closed = False
        try:
            while exchange := await request(reader, writer):
                await self.exchange(exchange, seen, half_closed)
                half_closed = exchange.half_closed
                if not exchange.kept:
                    break
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.TimeoutError):
            pass
        finally:
            writer.close()

    async def exchange(self, x: Exchange, seen: Counter[str], half_closed: bool) -> None:
        """Answers one request."""
        if (told := self.told(x.path)) is not None:
            return await x.answer(200, json.dumps(told, indent=1).encode(), "Content-Type: application/json")
        site = x.site = self.sites.setdefault(x.path, Site())
        self.arrived(x, seen)
        if half_closed:
            return x.drop()
        site.necessary += not self.last_kept.get(x.path, False)
        await BEHAVIOURS.get(x.path.rsplit("/", 1)[-1], unknown)(x)
        self.last_kept[x.path] = x.kept and not x.spoilt
        return None

    def told(self, path: str) -> object:
        """What the server tells of itself at this path, if anything."""
        if path == "/stats":
            return {each: vars(site) for each, site in self.sites.items()}
        return list(BEHAVIOURS) if path == "/behaviours" else None

    @staticmethod
    def arrived(x: Exchange, seen: Counter[str]) -> None:
        """Counts a request."""
        seen[x.path] += 1
        x.nth = seen[x.path]
        x.site.requests[x.method] += 1
        x.site.connections += x.nth == 1
        sent = x.headers.get("cookie", "")
        x.site.cookies += bool(sent)
        x.site.longestCookie = max(x.site.longestCookie, len(sent))


async def request(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Exchange | None:
    """The next request, with its body read, or None if the client has closed the connection."""
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    except asyncio.IncompleteReadError:
        return None
    start, *lines = head.rstrip("\r\n").split("\r\n")
    method, target, version = start.split(" ")
    pairs = (line.partition(":") for line in lines)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    await reader.readexactly(int(headers.get("content-length", "0")))
    return Exchange(method, target.partition("?")[0], version, headers, reader, writer)


async def main(port: int) -> None:
    """Serves until the standard input ends."""
    server = await asyncio.start_server(Server().serve, "127.0.0.1", port, backlog=1024)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.buffer.read)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
