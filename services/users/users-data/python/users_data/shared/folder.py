"""The folder that both services of a deployment share."""

import fcntl
import os
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_TRIES = 100


class FolderError(Exception):
    """The folder cannot be used; its message is one sentence for the person who chose it."""


@dataclass(frozen=True)
class SharedFolder:
    """A folder of this user that nobody else can enter."""

    path: Path

    @contextmanager
    def held(self) -> Generator[None]:
        """Make the folder unless it exists, and lock it: names in it are made and removed by one process at a time."""
        descriptor = self._locked()
        try:
            yield
        finally:
            os.close(descriptor)

    def remove(self) -> None:
        """Remove the folder while it is held, unless something is in it or its place does not allow it."""
        with suppress(OSError):
            self.path.rmdir()

    def _locked(self) -> int:
        for _ in range(_TRIES):
            try:
                self._make()
                descriptor = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
            except FileNotFoundError:
                continue
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            # Who held it before may have removed it.
            if os.fstat(descriptor).st_nlink > 0:
                return descriptor
            os.close(descriptor)
        raise FolderError(f"USERS_SHARED {self.path} cannot be made: somebody removes it again and again.")

    def _make(self) -> None:
        """Others can write to /dev/shm: what is there may be another's, or a link to another place."""
        if not self.path.parent.is_dir():
            raise FolderError(f"USERS_SHARED {self.path} cannot be made: {self.path.parent} is no folder.")
        try:
            self.path.mkdir(mode=0o700)
        except FileExistsError:
            self._check(self.path.lstat())
        except FileNotFoundError:
            raise
        except OSError as failed:
            raise FolderError(f"USERS_SHARED {self.path} cannot be made: {failed.strerror}.") from failed

    def _check(self, status: os.stat_result) -> None:
        mode = stat.S_IMODE(status.st_mode)
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid() or mode & 0o077:
            expected = f"a folder of user {os.geteuid()} that nobody else can enter (mode 0700)"
            raise FolderError(f"USERS_SHARED {self.path} must be {expected}; remove it, or choose another one.")
