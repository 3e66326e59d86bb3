"""Services that run as processes of their own, and what they have in /dev/shm."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SEGMENTS = Path("/dev/shm")

_SOURCES = Path(__file__).parent.parent


@dataclass
class Answered:
    """An answer as a client sees it."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def document(self) -> dict[str, Any]:
        """The body as JSON."""
        document: dict[str, Any] = json.loads(self.body)
        return document


@dataclass
class Running:
    """A service that runs."""

    process: subprocess.Popen[str]
    port: int
    shared: Path

    def ask(self, method: str, target: str, body: bytes = b"") -> Answered:
        """Ask over TCP."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        return _asked(connection, method, target, body)

    def ask_by_path(self, target: str) -> Answered:
        """Ask over the Unix socket."""
        connection = http.client.HTTPConnection("users-data", timeout=10)
        connection.sock = socket.socket(socket.AF_UNIX)
        connection.sock.connect(str(self.shared / "http.sock"))
        return _asked(connection, "GET", target, b"")

    def wait(self) -> None:
        """Wait until it answers."""
        for _ in range(200):
            try:
                self.ask("GET", "/health")
            except OSError:
                assert self.process.poll() is None, self.process.communicate()[1]
                time.sleep(0.05)
            else:
                return
        raise TimeoutError

    def end(self, number: signal.Signals) -> int:
        """End it by a signal, and give its exit code."""
        self.process.send_signal(number)
        return self.process.wait(10)


def _asked(connection: http.client.HTTPConnection, method: str, target: str, body: bytes) -> Answered:
    try:
        connection.request(method, target, body or None)
        answer = connection.getresponse()
        return Answered(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    finally:
        connection.close()


def launch(*before: str, **settings: str) -> subprocess.Popen[str]:
    """Start a service without waiting for it; ``before`` is a command that runs it."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(_SOURCES), "PYTHONDONTWRITEBYTECODE": "1"} | settings
    command = [*before, sys.executable, "-m", "users_data"]
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)  # noqa: S603


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def left(shared: Path) -> list[str]:
    """List what is in /dev/shm of a deployment."""
    return sorted(entry.name for entry in SEGMENTS.glob(f"{shared.name}*"))
