"""A server that fails exactly every hundredth request with 500, and answers the others with 1,024 bytes.

It prints its address and ends with its standard input.
"""

import asyncio
import json
import sys

BODY = json.dumps({"users": "x" * 1000}).encode().ljust(1024)
FAILURE = b'{"reason": "hundredth"}'
EVERY = 100

served = 0


def head(status: str, length: int) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n".encode()


def answer() -> bytes:
    global served
    served += 1
    status, body = ("200 OK", BODY) if served % EVERY else ("500 Internal Server Error", FAILURE)
    return head(status, len(body)) + body


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while True:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(answer())
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
