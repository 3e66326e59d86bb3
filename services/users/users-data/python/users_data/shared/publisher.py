"""Puts bodies into shared memory, each revision once, and keeps what readers may still ask for."""

import errno
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from users_data.bodies import Bodies, Body
from users_data.key import Key
from users_data.problem import Problem, ProblemError
from users_data.shared.snapshot import Snapshot

# Each may hold a descriptor, and a process has 1024 of them by default, most of them for connections.
MOST_SNAPSHOTS = 128

_FULL = {errno.ENOSPC, errno.ENOMEM, errno.EFBIG, errno.EDQUOT}


class Place(Protocol):
    """Where snapshots are made."""

    @property
    def generations(self) -> int:
        """How many snapshots of a key are kept; making another one drops the oldest."""

    @property
    def kept_seconds(self) -> float:
        """How long a key's newest snapshot stays after it was announced, so that readers find it."""

    def size_of(self, body: Body) -> int:
        """Tell how many bytes a snapshot of a body takes."""

    def make(self, generation: int, body: Body) -> Snapshot:
        """Write all of a body, then give its snapshot; nothing is left of one that fails with ``OSError``."""


@dataclass
class _Kept:
    """A snapshot of a key, and when it was announced last."""

    key: Key
    snapshot: Snapshot
    announced: float


class Publisher:
    """The snapshots of one writer; those that were asked for least recently go when all exceed ``limit`` bytes.

    ``clock`` gives seconds.
    """

    def __init__(self, bodies: Bodies, place: Place, limit: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._bodies = bodies
        self._place = place
        self._limit = limit
        self._clock = clock
        self._generation = 0
        self._size = 0
        # Least recently used first; a key's newest snapshot is behind its older ones.
        self._snapshots: OrderedDict[int, _Kept] = OrderedDict()
        self._newest: dict[Key, _Kept] = {}

    def publish(self, key: Key) -> Snapshot:
        """Give the snapshot of the current revision; it is made if it does not exist yet.

        Fails with a ``ProblemError`` that says why shared memory cannot be written.
        """
        newest = self._newest.get(key)
        if newest is None or newest.snapshot.announcement.revision != self._bodies.revision:
            return self._add(key, self._bodies.current(key))
        self._snapshots.move_to_end(newest.snapshot.announcement.generation)
        newest.announced = self._clock()
        return newest.snapshot

    def close(self) -> None:
        """Drop all."""
        while self._snapshots:
            self._drop(next(iter(self._snapshots)))

    def _add(self, key: Key, body: Body) -> Snapshot:
        self._make_room(key, self._place.size_of(body))
        self._generation += 1
        try:
            snapshot = self._place.make(self._generation, body)
        except OSError as failed:
            raise ProblemError(_problem(failed)) from failed
        self._snapshots[self._generation] = self._newest[key] = _Kept(key, snapshot, self._clock())
        self._size += snapshot.size
        return snapshot

    def _make_room(self, key: Key, size: int) -> None:
        if size > self._limit:
            detail = f"The data takes {size} bytes of shared memory, and USERS_SHM_LIMIT is {self._limit}."
            raise ProblemError(Problem.unavailable("shared_memory_full", detail))
        of_key = [generation for generation, kept in self._snapshots.items() if kept.key == key]
        while len(of_key) >= self._place.generations:
            self._drop(of_key.pop(0))
        droppable = (generation for generation, kept in list(self._snapshots.items()) if self._may_go(kept, key))
        while self._size + size > self._limit or len(self._snapshots) >= MOST_SNAPSHOTS:
            generation = next(droppable, None)
            if generation is None:
                raise ProblemError(Problem.unavailable("shared_memory_full", self._all_in_use()))
            self._drop(generation)

    def _may_go(self, kept: _Kept, key: Key) -> bool:
        is_replaced = kept.key == key or self._newest.get(kept.key) is not kept
        return is_replaced or self._clock() - kept.announced >= self._place.kept_seconds

    def _all_in_use(self) -> str:
        return (
            f"The shared memory holds {len(self._snapshots)} snapshots of {self._size} bytes, all announced just now;"
            f" USERS_SHM_LIMIT is {self._limit} bytes, and {MOST_SNAPSHOTS} snapshots are the most."
        )

    def _drop(self, generation: int) -> None:
        kept = self._snapshots.pop(generation)
        if self._newest.get(kept.key) is kept:
            del self._newest[kept.key]
        self._size -= kept.snapshot.size
        kept.snapshot.drop()


def _problem(failed: OSError) -> Problem:
    if failed.errno in _FULL:
        return Problem.unavailable("shared_memory_full", f"The shared memory is full: {failed.strerror}.")
    return Problem.unavailable("shared_memory_failed", f"The shared memory cannot be written: {failed.strerror}.")
