"""A server that fails exactly every hundredth request with 500, and answers the others with 1,024 bytes.

It prints its address and ends with its standard input. `/counted` tells how many requests it has served and failed since it was asked last;
such a question is not counted.
"""

import asyncio
import json
import sys

BODY = json.dumps({"users": "x" * 1000}).encode().ljust(1024)
EVERY = 100

served = failed = 0


def answer(status: str, body: bytes) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def answer_to(path: str) -> bytes:
    global served, failed
    if path == "/counted":
        told = json.dumps({"served": served, "failed": failed}).encode()
        served = failed = 0
        return answer("200 OK", told)
    served += 1
    if served % EVERY == 0:
        failed += 1
        return answer("500 Internal Server Error", b'{"reason":"the hundredth"}')
    return answer("200 OK", BODY)


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            writer.write(answer_to(head.split(" ", 2)[1]))
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    print(f"http://{host}:{port}", flush=True)
    await asyncio.to_thread(sys.stdin.read)


asyncio.run(main())
