"""Handing out descriptors."""

import asyncio
import json
import os
import socket
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import uvloop
import xxhash

from users_data.bodies import Bodies
from users_data.key import Key
from users_data.listeners import listen_on_path
from users_data.shared.handout import Handout
from users_data.shared.memfd import MemfdPlace
from users_data.shared.publisher import Publisher
from users_data.shared.snapshot import Writer

REQUEST = {"size": 5000, "pattern": "random", "generation": 1}


class Reader:
    """One connection to the socket; its calls block, so they run in threads."""

    def __init__(self, path: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(10)
        self._socket.connect(str(path))

    def ask(self, request: bytes) -> tuple[dict[str, Any], bytes | None]:
        """Send bytes, if any; give what is said, and what is in the memory that comes with it."""
        if request:
            self._socket.sendall(request)
        said, descriptors, _, _ = socket.recv_fds(self._socket, 4096, 8)
        memory = None
        for descriptor in descriptors:
            memory = os.pread(descriptor, 1 << 20, 0)
            os.close(descriptor)
        return (json.loads(said) if said else {}), memory

    def close(self) -> None:
        """End the connection."""
        self._socket.close()


def line(**changes: object) -> bytes:
    return json.dumps(REQUEST | changes).encode() + b"\n"


Talk = Callable[[Path, Bodies], Awaitable[None]]


def serve(folder: Path, talk: Talk) -> None:
    """Serve while a talk lasts."""
    bodies = Bodies()
    publisher = Publisher(bodies, MemfdPlace(Writer("memfd", "0" * 16), "x.fds"), 1 << 20)

    async def served() -> None:
        path = folder / "x.fds"
        with listen_on_path(path) as listener:
            handout = Handout(publisher, listener)
            handout.begin()
            await talk(path, bodies)
            handout.end()

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(served())
    publisher.close()
    assert not [path for path in Path("/proc/self/fd").iterdir() if "memfd:" in os.path.realpath(path)]


def asking(requests: list[bytes]) -> tuple[Talk, list[tuple[dict[str, Any], bytes | None]]]:
    heard: list[tuple[dict[str, Any], bytes | None]] = []

    async def talk(path: Path, _bodies: Bodies) -> None:
        reader = await asyncio.to_thread(Reader, path)
        heard.extend([await asyncio.to_thread(reader.ask, request) for request in requests])
        reader.close()

    return talk, heard


def test_a_descriptor_comes_with_the_announcement(tmp_path: Path) -> None:
    talk, heard = asking([line(), line(), line(size=6000), line(generation=0)])
    serve(tmp_path, talk)
    body = Bodies().current(Key(5000, "random"))
    assert [said["generation"] for said, _ in heard] == [1, 1, 2, 1]
    assert [memory == body.data for _, memory in heard] == [True, True, False, True]
    assert heard[0][0]["checksum"] == body.checksum


@pytest.mark.parametrize(
    "request_line",
    [
        b"\n",
        b"nonsense\n",
        b"[]\n",
        b"\xff\n",
        line(size="5000"),
        line(size=12),
        line(size=True),
        line(pattern="noise"),
        line(pattern=["random"]),
        line(generation="1"),
        b"[" * 1023 + b"\n",
    ],
)
def test_what_is_no_request_gets_an_error_and_no_descriptor(tmp_path: Path, request_line: bytes) -> None:
    talk, heard = asking([request_line, line()])
    serve(tmp_path, talk)
    assert heard[0][0]["error"].startswith("Expected a line such as ")
    assert heard[0][0]["reason"] == "invalid_parameter"
    assert heard[0][1] is None
    assert heard[1][0]["generation"] == 1


def test_what_cannot_be_published_is_told(tmp_path: Path) -> None:
    talk, heard = asking([line(size=2 << 20)])
    serve(tmp_path, talk)
    assert "USERS_SHM_LIMIT" in heard[0][0]["error"]
    assert heard[0][0]["reason"] == "shared_memory_full"


def test_a_generation_that_is_not_here_is_gone(tmp_path: Path) -> None:
    talk, heard = asking([line(generation=2)])
    serve(tmp_path, talk)
    error = "Generation 2 is not here: the current one is 1."
    assert heard == [({"error": error, "reason": "generation_gone"}, None)]


def test_a_request_without_an_end_is_given_up(tmp_path: Path) -> None:
    talk, heard = asking([b"{" * 2000])
    serve(tmp_path, talk)
    error = "The request is longer than 1024 bytes."
    assert heard[0][0] == {"error": error, "reason": "invalid_parameter"}


def test_another_user_gets_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("users_data.shared.handout.os.geteuid", lambda: 4711)
    talk, heard = asking([line()])
    serve(tmp_path, talk)
    assert heard == [({"error": "Only the user of this service may read.", "reason": "reader_foreign"}, None)]


def test_readers_see_whole_bodies_while_revisions_change(tmp_path: Path) -> None:
    ended = False

    async def read(path: Path) -> int:
        reader = await asyncio.to_thread(Reader, path)
        last = 0
        for _ in range(100):
            said, memory = await asyncio.to_thread(reader.ask, line())
            assert memory is not None
            assert said["checksum"] == f"xxh3-128={xxhash.xxh3_128_hexdigest(memory)}"
            assert memory.count(b"%08d" % said["revision"]) == len(json.loads(memory)["users"]) + 1
            assert said["revision"] >= last
            last = said["revision"]
        reader.close()
        return last

    async def revise(bodies: Bodies) -> None:
        while not ended:
            bodies.revision += 1
            await asyncio.sleep(0)

    async def talk(path: Path, bodies: Bodies) -> None:
        nonlocal ended
        revising = asyncio.create_task(revise(bodies))
        lasts = await asyncio.gather(*(read(path) for _ in range(8)))
        ended = True
        await revising
        assert min(lasts) > 1

    serve(tmp_path, talk)


def test_a_reader_that_goes_away_in_between_harms_nobody(tmp_path: Path) -> None:
    talk, heard = asking([line()])

    async def leave_first(path: Path, bodies: Bodies) -> None:
        for beginning in (b"", b"{", line()):
            with socket.socket(socket.AF_UNIX) as leaving:
                leaving.connect(str(path))
                leaving.sendall(beginning)
        await talk(path, bodies)

    serve(tmp_path, leave_first)
    assert heard[0][0]["generation"] == 1
