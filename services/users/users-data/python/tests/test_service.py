"""The service as a process: how it starts, ends, dies and comes back."""

import signal
import socket
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Start
from tests.running import Running, launch, left

TRANSPORTS = ["memfd", "segment", "naive"]


def announced(service: Running) -> dict[str, Any]:
    return service.ask("GET", "/api/write-to-shm").document


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_it_serves_by_port_and_by_path_and_leaves_nothing(start: Start, shared: Path, transport: str) -> None:
    service = start(USERS_TRANSPORT=transport)
    usual = service.ask("GET", "/api/users")
    assert len(usual.body) == 256873
    assert service.ask_by_path("/api/users").body == usual.body
    told = announced(service)
    assert (told["transport"], told["length"], told["checksum"]) == (transport, 256873, usual.headers["x-checksum"])
    assert service.end(signal.SIGTERM) == 0
    assert service.process.communicate()[1] == ""
    assert left(shared) == []


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_who_comes_after_a_killed_one_serves_anew_and_removes_what_it_left(
    start: Start, shared: Path, transport: str
) -> None:
    killed = start(USERS_TRANSPORT=transport)
    before = announced(killed)
    killed.ask("PUT", "/api/revision", b'{"revision": 9}')
    announced(killed)
    killed.process.kill()
    killed.process.wait()
    assert left(shared) != []

    successor = start(USERS_TRANSPORT=transport)
    after = announced(successor)
    assert after["writer"] != before["writer"]
    assert after["revision"] == 1
    assert successor.ask_by_path("/health").status == 200
    assert not [name for name in left(shared) if str(before["writer"]) in name]
    assert successor.end(signal.SIGTERM) == 0
    assert left(shared) == []


def test_two_deployments_do_not_see_each_other(start: Start, shared: Path) -> None:
    beside = shared.with_name(f"{shared.name}-2")
    first, second = start(), start(USERS_SHARED=str(beside))
    first.ask("PUT", "/api/revision", b'{"revision": 9}')
    assert (announced(first)["revision"], announced(second)["revision"]) == (9, 1)
    second.end(signal.SIGTERM)
    assert first.ask_by_path("/api/revision").body == b'{"revision":9}'
    first.end(signal.SIGTERM)
    assert left(shared) == []


def test_an_idle_connection_does_not_keep_it_from_ending(start: Start) -> None:
    service = start()
    with socket.create_connection(("127.0.0.1", service.port)) as idle:
        idle.sendall(b"GET /health HTTP/1.1\r\nHost: users-data\r\n\r\n")
        assert idle.recv(15) == b"HTTP/1.1 200 OK"
        assert service.end(signal.SIGTERM) == 0


def test_a_bad_setting_is_told_in_one_sentence(shared: Path) -> None:
    process = launch(USERS_SHARED=str(shared), USERS_SIZE="12")
    assert process.communicate(timeout=10)[1] == (
        'users-data: USERS_SIZE is "12", but must be a whole number of bytes from 1024 to 16777216.\n'
    )
    assert process.returncode == 2


def test_a_port_that_is_taken_is_told_in_one_sentence(shared: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        process = launch(USERS_SHARED=str(shared), PORT=str(port))
        told = process.communicate(timeout=10)[1]
    assert told == f"users-data: HOST 127.0.0.1 and PORT {port} cannot be listened on: Address already in use.\n"
    assert process.returncode == 1
    assert left(shared) == []


def test_a_folder_that_others_can_enter_is_told_in_one_sentence(shared: Path) -> None:
    shared.mkdir()
    shared.chmod(0o777)
    process = launch(USERS_SHARED=str(shared), PORT="65533")
    assert process.communicate(timeout=10)[1].startswith(f"users-data: USERS_SHARED {shared} must be a folder of user ")
    assert process.returncode == 1
