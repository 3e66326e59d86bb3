"""Connections that are kept for the next query.

Other than psycopg_pool, a caller learns at once that the database refuses connections: a pool that connects in the
background would let every caller wait for its whole time limit, and with it the server's few threads.
"""

import select
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import psycopg
from psycopg import pq
from psycopg.abc import PQGen

Result = TypeVar("Result")

_WAKE_SECONDS = 0.1


class BoundedConnection(psycopg.Connection[tuple[object, ...]]):
    """A connection that waits for each answer only so long, also where the server hangs."""

    limit_seconds: float | None = None

    def wait(self, gen: PQGen[Result], interval: float = _WAKE_SECONDS, timeout: float | None = None) -> Result:
        """Wait for the end of a conversation with the server; one that takes too long ends the connection."""
        try:
            return super().wait(gen, interval, self.limit_seconds if timeout is None else timeout)
        except psycopg.OperationalError:
            if self.pgconn.transaction_status == pq.TransactionStatus.ACTIVE:
                self.pgconn.finish()
            raise


class ConnectionPool:
    """At most so many connections at once; who waits longer than the limit for one gets a ``TimeoutError``."""

    def __init__(self, connect: Callable[[], BoundedConnection], size: int, limit_seconds: float) -> None:
        self._connect = connect
        self._slots = threading.Semaphore(size)
        self._limit_seconds = limit_seconds
        self._idle: list[BoundedConnection] = []

    @contextmanager
    def connection(self) -> Iterator[BoundedConnection]:
        """Lend a connection; it is kept afterwards unless something went wrong on it."""
        if not self._slots.acquire(timeout=self._limit_seconds):
            raise TimeoutError("all connections to the database are in use")
        try:
            lent = self._idle_or_new()
            try:
                yield lent
            finally:
                self._keep(lent)
        finally:
            self._slots.release()

    def _idle_or_new(self) -> BoundedConnection:
        while self._idle:
            kept = self._idle.pop()
            if not _has_ended(kept):
                return kept
            kept.close()
        return self._connect()

    def _keep(self, lent: BoundedConnection) -> None:
        if lent.closed or lent.info.transaction_status != pq.TransactionStatus.IDLE:
            lent.close()
        else:
            self._idle.append(lent)


def _has_ended(idle: BoundedConnection) -> bool:
    """Whether the server has something to say on a connection that asked nothing: it says that it closes it."""
    poll = select.poll()
    poll.register(idle.fileno(), select.POLLIN)
    return bool(poll.poll(0))
