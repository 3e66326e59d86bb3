"""Snapshots in named segments."""

import mmap
import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Start
from tests.running import SEGMENTS, left
from users_data.bodies import Bodies
from users_data.key import Key
from users_data.shared.publisher import Publisher
from users_data.shared.segment import HEADER, SegmentPlace
from users_data.shared.snapshot import Writer

IDENT = "0123456789abcdef"


def place(shared: Path) -> SegmentPlace:
    return SegmentPlace(Writer("segment", IDENT), f"{shared.name}.")


def test_a_segment_is_a_header_and_the_body(shared: Path) -> None:
    body = Bodies().current(Key(256873, "random"))
    snapshot = place(shared).make(12, body)
    path = SEGMENTS / snapshot.announcement.name
    assert re.fullmatch(rf"{re.escape(shared.name)}\.{IDENT}\.12\.[0-9a-f]{{8}}", path.name)
    content = path.read_bytes()
    checksum = bytes.fromhex(body.checksum.removeprefix("xxh3-128="))
    assert HEADER.unpack(content[:64]) == (b"USERSSHM", 1, 64, 12, 1, 256873, checksum)
    assert content[64:] == body.data
    assert path.stat().st_mode & 0o777 == 0o600
    snapshot.drop()
    assert left(shared) == []


def test_who_has_mapped_a_segment_keeps_it(shared: Path) -> None:
    body = Bodies().current(Key(1024, "random"))
    snapshot = place(shared).make(1, body)
    with (SEGMENTS / snapshot.announcement.name).open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
    snapshot.drop()
    assert mapped[64:] == body.data


def test_the_last_four_generations_stay(shared: Path) -> None:
    bodies = Bodies()
    publisher = Publisher(bodies, place(shared), 1 << 20)
    for revision in range(9):
        bodies.revision = revision
        publisher.publish(Key(1024, "random"))
    assert [name.split(".")[-2] for name in left(shared)] == ["6", "7", "8", "9"]
    publisher.close()
    assert left(shared) == []


def test_python_leaves_the_segments_of_a_killed_service_alone_and_says_nothing(start: Start, shared: Path) -> None:
    service = start(USERS_TRANSPORT="segment")
    name = service.ask("GET", "/api/write-to-shm").document["name"]
    service.process.kill()
    assert service.process.communicate()[1] == ""
    assert name in left(shared)


def test_a_full_shared_memory_is_a_503_and_the_service_lives_on(start: Start) -> None:
    require_mounting()
    mount = 'mount -t tmpfs -o size=1m,mode=1777 tmpfs /dev/shm && exec "$@"'
    service = start("unshare", "--mount", "sh", "-c", mount, "sh", USERS_TRANSPORT="segment")
    for _ in range(3):
        refused = service.ask("GET", "/api/write-to-shm?size=2000000")
        assert (refused.status, refused.document["reason"]) == (503, "shared_memory_full")
    assert service.ask("GET", "/api/write-to-shm?size=500000").status == 200


def require_mounting() -> None:
    probe = ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/dev/shm"]
    if os.getuid() != 0 or subprocess.run(probe, check=False, capture_output=True).returncode != 0:  # noqa: S603
        pytest.skip("skipped: only root may mount a small /dev/shm")
