"""How data goes through shared memory: the choice of a deployment."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from typing import Protocol, Self

from users_data.answer import Answer
from users_data.bodies import Bodies
from users_data.key import Key
from users_data.shared.naive import NaiveSegment
from users_data.shared.publisher import Publisher

# As many as a server that gives each request a thread of its own would have.
_THREADS = 64


class Transport(Protocol):
    """Puts the current body of a key into shared memory."""

    async def announce(self, key: Key) -> Answer:
        """Give the answer that announces it, or fail with a ``ProblemError``."""


class Published:
    """Snapshots: each revision is written once, between two steps of the event loop."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher

    async def announce(self, key: Key) -> Answer:
        """Publish it if it is not published yet."""
        return self._publisher.publish(key).answer


class Naive(AbstractContextManager["Naive"]):
    """One segment, written anew by each request in a thread of its own."""

    def __init__(self, bodies: Bodies, segment: NaiveSegment) -> None:
        self._bodies = bodies
        self._segment = segment
        self._closing = ExitStack()
        self._threads = self._closing.enter_context(ThreadPoolExecutor(_THREADS, "naive"))

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_cause: object) -> None:
        """Wait for what is being written."""
        self._closing.close()

    async def announce(self, key: Key) -> Answer:
        """Write it, whoever else may be reading or writing."""
        body = self._bodies.current(key)
        written = await asyncio.get_running_loop().run_in_executor(self._threads, self._segment.write, body)
        return Answer.json(written.encoded())
