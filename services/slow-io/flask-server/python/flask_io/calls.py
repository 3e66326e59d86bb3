"""The calls of one request: one after another in its own thread, or as many at once as a pool of threads allows."""

from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from typing import Protocol

from flask_io.client import Client, ClientGoneError
from slow_io_common.parameters import Delay, FanOut


class Callable(Protocol):
    """What can be called."""

    def call(self, delay: Delay) -> None:
        """Call once; fail with a ``ProblemError``."""


class Calls:
    """Makes the calls of requests.

    ``threads`` is how many calls all requests together make at once; with 1 every request makes its own, one after
    another.
    """

    def __init__(self, upstream: Callable, threads: int) -> None:
        self._upstream = upstream
        self._pool = ThreadPoolExecutor(threads, "fan-out") if threads > 1 else None

    def make(self, fan_out: FanOut, client_gone: Client) -> None:
        """Make all of them; fail with the first that fails, or as soon as the client is seen to have gone."""
        if self._pool is None or fan_out.calls == 1:
            self._in_sequence(fan_out, client_gone)
        else:
            self._at_once(fan_out, client_gone, self._pool)

    def _in_sequence(self, fan_out: FanOut, client_gone: Client) -> None:
        for _ in range(fan_out.calls):
            self._upstream.call(fan_out.delay)
            _require(client_gone)

    def _at_once(self, fan_out: FanOut, client_gone: Client, pool: ThreadPoolExecutor) -> None:
        made: list[Future[None]] = [pool.submit(self._upstream.call, fan_out.delay) for _ in range(fan_out.calls)]
        try:
            for call in as_completed(made):
                call.result()
                _require(client_gone)
        finally:
            for call in made:
                call.cancel()


def _require(client_gone: Client) -> None:
    if client_gone():
        raise ClientGoneError
