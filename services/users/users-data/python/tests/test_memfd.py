"""Snapshots in sealed memory."""

import mmap
import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from users_data.bodies import Bodies
from users_data.key import Key
from users_data.problem import ProblemError
from users_data.shared.memfd import MemfdPlace
from users_data.shared.publisher import Publisher
from users_data.shared.snapshot import Writer

PLACE = MemfdPlace(Writer("memfd", "0123456789abcdef"), "0123456789abcdef.fds")


@pytest.fixture
def largest_file() -> Iterator[int]:
    """Let the kernel refuse longer files than this, as it refuses more memory than there is."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, usual[1]))
    yield 100_000
    resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def open_descriptors() -> list[Path]:
    return sorted(Path("/proc/self/fd").iterdir())


def test_a_snapshot_holds_the_body_and_nobody_can_change_it() -> None:
    body = Bodies().current(Key(256873, "random"))
    snapshot = PLACE.make(12, body)
    try:
        assert os.pread(snapshot.descriptor, 300_000, 0) == body.data
        with pytest.raises(PermissionError):
            os.write(snapshot.descriptor, b"x")
        with pytest.raises(PermissionError):
            os.ftruncate(snapshot.descriptor, 0)
        with pytest.raises(PermissionError):
            mmap.mmap(snapshot.descriptor, 0)
    finally:
        snapshot.drop()


def test_an_announcement_says_how_to_find_and_check_it() -> None:
    body = Bodies().current(Key(1024, "random"))
    snapshot = PLACE.make(12, body)
    snapshot.drop()
    assert snapshot.announcement.encoded() == (
        b'{"transport":"memfd","writer":"0123456789abcdef","generation":12,"length":1024,'
        b'"checksum":"%b","revision":1,"name":"0123456789abcdef.fds"}' % body.checksum.encode()
    )


def test_who_has_mapped_a_snapshot_keeps_it() -> None:
    body = Bodies().current(Key(1024, "random"))
    snapshot = PLACE.make(1, body)
    with mmap.mmap(snapshot.descriptor, 0, mmap.MAP_PRIVATE, mmap.PROT_READ) as mapped:
        snapshot.drop()
        assert mapped[:] == body.data


def test_full_memory_is_told_and_leaves_no_descriptor(largest_file: int) -> None:
    publisher = Publisher(Bodies(), PLACE, 1 << 24)
    before = open_descriptors()
    with pytest.raises(ProblemError) as refused:
        publisher.publish(Key(largest_file + 1, "repetitive"))
    assert refused.value.problem.reason == "shared_memory_full"
    assert open_descriptors() == before
    publisher.publish(Key(largest_file, "repetitive"))
    publisher.close()
