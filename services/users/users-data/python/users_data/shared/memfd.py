"""Snapshots in sealed memory without a name: it cannot be changed, cut off, found by others or left behind."""

import fcntl
import os
from dataclasses import dataclass

from users_data.bodies import Body
from users_data.shared.snapshot import Snapshot, Writer

_SEALS = fcntl.F_SEAL_SEAL | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE


@dataclass(frozen=True)
class MemfdPlace:
    """Makes a memory file for each snapshot; readers get its descriptor through the socket ``socket_name``.

    A snapshot may go as soon as it is announced: a reader who asks for it then gets the next one.
    """

    writer: Writer
    socket_name: str
    generations: int = 1
    kept_seconds: float = 0

    def size_of(self, body: Body) -> int:
        """Tell how many bytes a snapshot takes."""
        return len(body.data)

    def make(self, generation: int, body: Body) -> Snapshot:
        """Write, then seal. Too much memory for a container is no error here: the kernel ends a process."""
        descriptor = os.memfd_create("users", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        try:
            _write(descriptor, body.data)
            fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, _SEALS)
        except BaseException:
            os.close(descriptor)
            raise
        announcement = self.writer.announce(generation, body, self.socket_name)
        return Snapshot(announcement, len(body.data), descriptor, lambda: os.close(descriptor))


def _write(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]
