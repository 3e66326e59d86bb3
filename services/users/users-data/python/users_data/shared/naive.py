"""The transport as it was reported: one segment of one name, made anew by each request, with all its races.

Nothing keeps two requests from making it at once, nor a reader from finding it missing, empty or half written. A full
/dev/shm ends the process when the mapping is written.
"""

import itertools
import mmap
import os
from pathlib import Path

from users_data.bodies import Body
from users_data.problem import Problem, ProblemError
from users_data.shared.segment import SEGMENTS
from users_data.shared.snapshot import Announcement, Writer


class NaiveSegment:
    """The one segment; any number of threads may write it, and get into each other's way."""

    def __init__(self, writer: Writer, name: str) -> None:
        self._writer = writer
        self._name = name
        self._path = Path(SEGMENTS, name)
        self._generations = itertools.count(1)

    def write(self, body: Body) -> Announcement:
        """Remove the segment, make it again, and write the data in place."""
        self._path.unlink(missing_ok=True)
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        except FileExistsError as failed:
            detail = "Another request has made the segment at the same time."
            raise ProblemError(Problem.unavailable("exists", detail)) from failed
        try:
            os.ftruncate(descriptor, len(body.data))
            with mmap.mmap(descriptor, len(body.data)) as memory:
                memory[:] = body.data
        finally:
            os.close(descriptor)
        return self._writer.announce(next(self._generations), body, self._name)
