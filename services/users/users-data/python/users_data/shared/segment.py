"""Snapshots in POSIX shared memory, which has names: Python's ``multiprocessing.shared_memory``.

A segment is a header of 64 bytes and the data. The header is little-endian:

====== ===== ==========================================
offset bytes
====== ===== ==========================================
0      8     ``USERSSHM``
8      4     version of the layout, 1
12     4     length of the header, 64
16     8     generation
24     8     revision
32     8     length of the data
40     16    XXH3 checksum of the data, 128 bits, big-endian
56     8     zero
====== ===== ==========================================
"""

import os
import secrets
import struct
import sys
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from typing import cast

from users_data.bodies import Body
from users_data.shared.snapshot import Snapshot, Writer

SEGMENTS = Path("/dev/shm")  # noqa: S108
HEADER = struct.Struct("<8sIIQQQ16s8x")
MAGIC = b"USERSSHM"
VERSION = 1


@dataclass(frozen=True)
class SegmentPlace:
    """Makes a segment for each snapshot, whose name begins with ``prefix``.

    The last four generations of a key stay, and the newest one for a second at least, so that a reader who was told of
    one of them finds it.
    """

    writer: Writer
    prefix: str
    generations: int = 4
    kept_seconds: float = 1

    def size_of(self, body: Body) -> int:
        """Tell how many bytes a snapshot takes."""
        return HEADER.size + len(body.data)

    def make(self, generation: int, body: Body) -> Snapshot:
        """Write data and header; the segment is announced afterwards. Nobody can foresee its name and take it."""
        name = f"{self.prefix}{self.writer.ident}.{generation}.{secrets.token_hex(4)}"
        size = self.size_of(body)
        memory = _create(name, size)
        try:
            _reserve(name, size)
            view = cast("memoryview[int]", memory.buf)
            view[HEADER.size : size] = body.data
            view[: HEADER.size] = _header(generation, body)
        except BaseException:
            unlink(name)
            raise
        finally:
            memory.close()
        return Snapshot(self.writer.announce(generation, body, name), size, -1, lambda: unlink(name))


def unlink(name: str) -> None:
    """Remove a segment, if it exists; who has mapped it keeps it."""
    SEGMENTS.joinpath(name).unlink(missing_ok=True)


def _create(name: str, size: int) -> SharedMemory:
    """Make a segment that lives until it is unlinked here.

    Python's resource tracker would unlink it when this process ends, and complain of it, so it must not know of it.
    """
    if sys.version_info >= (3, 13):
        return SharedMemory(name, create=True, size=size, track=False)
    memory = SharedMemory(name, create=True, size=size)
    resource_tracker.unregister(f"/{name}", "shared_memory")
    return memory


def _reserve(name: str, size: int) -> None:
    """Take the memory now: a full one is an error here, and would end the process when the mapping is written."""
    descriptor = os.open(SEGMENTS / name, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        os.posix_fallocate(descriptor, 0, size)
    finally:
        os.close(descriptor)


def _header(generation: int, body: Body) -> bytes:
    checksum = bytes.fromhex(body.checksum.removeprefix("xxh3-128="))
    return HEADER.pack(MAGIC, VERSION, HEADER.size, generation, body.revision, len(body.data), checksum)
