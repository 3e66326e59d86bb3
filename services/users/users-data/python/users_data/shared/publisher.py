"""Puts bodies into shared memory, each revision once, and keeps what readers may still ask for."""

import errno
from collections import OrderedDict
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

    def size_of(self, body: Body) -> int:
        """Tell how many bytes a snapshot of a body takes."""

    def make(self, generation: int, body: Body) -> Snapshot:
        """Write all of a body, then give its snapshot; nothing is left of one that fails with ``OSError``."""


class Publisher:
    """The snapshots of one writer; those that were asked for least recently go when all exceed ``limit`` bytes."""

    def __init__(self, bodies: Bodies, place: Place, limit: int) -> None:
        self._bodies = bodies
        self._place = place
        self._limit = limit
        self._generation = 0
        self._size = 0
        # Least recently used first; a key's newest snapshot is behind its older ones.
        self._snapshots: OrderedDict[int, tuple[Key, Snapshot]] = OrderedDict()
        self._newest: dict[Key, Snapshot] = {}

    def publish(self, key: Key) -> Snapshot:
        """Give the snapshot of the current revision; it is made if it does not exist yet.

        Fails with a ``ProblemError`` that says why shared memory cannot be written.
        """
        newest = self._newest.get(key)
        if newest is None or newest.announcement.revision != self._bodies.revision:
            return self._add(key, self._bodies.current(key))
        self._snapshots.move_to_end(newest.announcement.generation)
        return newest

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
        self._snapshots[self._generation] = (key, snapshot)
        self._newest[key] = snapshot
        self._size += snapshot.size
        return snapshot

    def _make_room(self, key: Key, size: int) -> None:
        if size > self._limit:
            detail = f"The data takes {size} bytes of shared memory, and USERS_SHM_LIMIT is {self._limit}."
            raise ProblemError(Problem.unavailable("shared_memory_full", detail))
        of_key = [generation for generation, (other, _) in self._snapshots.items() if other == key]
        while len(of_key) >= self._place.generations:
            self._drop(of_key.pop(0))
        while self._size + size > self._limit or len(self._snapshots) >= MOST_SNAPSHOTS:
            self._drop(next(iter(self._snapshots)))

    def _drop(self, generation: int) -> None:
        key, snapshot = self._snapshots.pop(generation)
        if self._newest.get(key) is snapshot:
            del self._newest[key]
        self._size -= snapshot.size
        snapshot.drop()


def _problem(failed: OSError) -> Problem:
    if failed.errno in _FULL:
        return Problem.unavailable("shared_memory_full", f"The shared memory is full: {failed.strerror}.")
    return Problem.unavailable("shared_memory_failed", f"The shared memory cannot be written: {failed.strerror}.")
