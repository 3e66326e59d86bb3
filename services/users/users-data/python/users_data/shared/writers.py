"""The writers of a deployment, and what one leaves behind that is killed.

A writer holds the lock of its file ``<writer>.lock`` as long as it lives. The kernel lets go of the lock when a process
ends in whatever way, so a lock that can be taken tells that its writer is dead, and that all it has left may go:
sockets ``<writer>.fds`` and ``<writer>.http``, segments ``<folder>.<writer>.<generation>.<8 hex digits>``, and the link
``http.sock``. Whoever makes or removes names holds the folder, a reader that ends too.
"""

import fcntl
import os
import re
import secrets
import stat
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from users_data.shared.folder import SharedFolder
from users_data.shared.segment import SEGMENTS, unlink

_LOCK = ".lock"
_WRITER = r"[0-9a-f]{16}"


class Writers:
    """The writers that use a folder; all of them are this user's."""

    def __init__(self, folder: SharedFolder) -> None:
        self._folder = folder
        self._path = folder.path
        self._segment = re.compile(rf"{re.escape(self.prefix)}({_WRITER})\.[0-9]+\.[0-9a-f]{{8}}", re.ASCII)

    @property
    def prefix(self) -> str:
        """What the names of the deployment's segments begin with."""
        return f"{self._path.name}."

    @property
    def naive_segment(self) -> str:
        """The name of the one segment of the transport ``naive``, whoever writes it."""
        return f"{self.prefix}naive"

    @property
    def http_socket(self) -> Path:
        """A link to the socket of the writer that began last; readers connect to it."""
        return self._path / "http.sock"

    def path_of(self, writer: str, suffix: str) -> Path:
        """Give the path of a file of a writer."""
        return self._path / f"{writer}{suffix}"

    @contextmanager
    def joined(self) -> Generator[str]:
        """Be a writer, under a drawn name; nothing of it is left afterwards, nor of dead ones."""
        writer, lock = self._begin()
        try:
            yield writer
        finally:
            os.close(lock)
            with self._folder.held():
                self._remove_dead()
                self._folder.remove()

    def _begin(self) -> tuple[str, int]:
        """Make a lock and hold it, before anybody else can take it for a dead writer's."""
        with self._folder.held():
            self._remove_dead()
            writer = secrets.token_hex(8)
            lock = os.open(self.path_of(writer, _LOCK), os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            fcntl.flock(lock, fcntl.LOCK_EX)
            return writer, lock

    def lead_to(self, writer: str, suffix: str) -> None:
        """Let ``http.sock`` lead to a socket of a writer, whatever it led to before."""
        with self._folder.held():
            link = self.path_of(writer, ".link")
            link.symlink_to(f"{writer}{suffix}")
            link.rename(self.http_socket)

    def _remove_dead(self) -> None:
        living = {lock.stem for lock in self._path.glob(f"*{_LOCK}") if _is_held(lock)}
        for name, writer in self._segments():
            if writer not in living:
                unlink(name)
        for left in self._path.iterdir():
            if re.fullmatch(_WRITER, left.stem) and left.stem not in living:
                left.unlink(missing_ok=True)
        if not self.http_socket.exists():
            self.http_socket.unlink(missing_ok=True)
        if not living:
            unlink(self.naive_segment)

    def _segments(self) -> Iterator[tuple[str, str]]:
        """List the segments of this deployment and this user: their names and writers."""
        with os.scandir(SEGMENTS) as entries:
            for entry in entries:
                found = self._segment.fullmatch(entry.name)
                if found and _is_ours(entry):
                    yield entry.name, found[1]


def _is_held(lock: Path) -> bool:
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def _is_ours(entry: os.DirEntry[str]) -> bool:
    try:
        status = entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return False
    return stat.S_ISREG(status.st_mode) and status.st_uid == os.geteuid()
