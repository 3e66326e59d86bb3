"""Counts how often it was asked, in Redis: GET / adds one and tells, GET /health tells that both answer."""

import os
import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STORE_HOST, STORE_PORT = os.environ.get("STORE", "store:6379").rsplit(":", 1)
TIMEOUT_SECONDS = 2.0


def ask(command: str) -> str:
    """One inline command of Redis' protocol, and its answer without the mark of its type."""
    with socket.create_connection((STORE_HOST, int(STORE_PORT)), TIMEOUT_SECONDS) as store:
        store.sendall(f"{command}\r\n".encode())
        answer = store.makefile("rb").readline().decode().strip()
    if not answer or answer.startswith("-"):
        raise OSError(f"the store refused {command}: {answer or 'no answer'}")
    return answer[1:]


class HitCounter(BaseHTTPRequestHandler):
    """Answers with bodies that always have the same length, so that a difference means something."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        try:
            if self.path == "/health":
                self.answer(200, f"{ask('PING')}\n")
            elif self.path == "/":
                self.answer(200, f"asked {int(ask('INCR hits')):012d} times\n")
            else:
                self.answer(404, "there is / and /health\n")
        except OSError as problem:
            self.answer(503, f"{problem}\n")

    def answer(self, status: int, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not logged."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


if __name__ == "__main__":
    Server((os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8000"))), HitCounter).serve_forever()
