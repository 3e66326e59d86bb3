"""What the tests share: a folder of their own, and services that are started for them."""

import secrets
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.running import SEGMENTS, Running, free_port, launch

Start = Callable[..., Running]


@pytest.fixture
def shared() -> Iterator[Path]:
    """Give a name for a folder in /dev/shm, and remove what a test leaves there."""
    path = SEGMENTS / f"users-test-{secrets.token_hex(6)}"
    yield path
    shutil.rmtree(path, ignore_errors=True)
    for segment in SEGMENTS.glob(f"{path.name}.*"):
        segment.unlink()


@pytest.fixture
def start(shared: Path) -> Iterator[Start]:
    """Start a service with settings; it is killed afterwards if it still runs."""
    started: list[subprocess.Popen[str]] = []

    def begin(*before: str, **settings: str) -> Running:
        port = free_port()
        process = launch(*before, PORT=str(port), **({"USERS_SHARED": str(shared)} | settings))
        started.append(process)
        running = Running(process, port, shared)
        running.wait()
        return running

    yield begin
    for process in started:
        process.kill()
        process.wait()
        if process.stderr:
            process.stderr.close()
