"""Keeping a server up that gives up when one of its workers dies."""

import logging
import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

# A server that ends sooner cannot have served, and will not do so the next time either.
SHORTEST_LIFE_SECONDS = 2.0
CANNOT_SERVE = 1
# Hypercorn itself gives a worker 3 s to answer what it has begun.
LONGEST_FAREWELL_SECONDS = 5.0

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Keeping:
    """Runs a server again and again; ``stopped`` tells whether this process was asked to end."""

    stopped: Callable[[], bool]
    clock: Callable[[], float] = time.monotonic

    @classmethod
    def of_this_process(cls) -> Self:
        """Until SIGTERM or SIGINT; the server may handle them as it likes."""
        return cls(_stop_signals())

    def keep(self, run: Callable[[], int]) -> int:
        """Run it until it was asked to end, or ends at once; give its exit code."""
        while True:
            begin = self.clock()
            code = run()
            lasted = self.clock() - begin
            end_workers()
            if self.stopped():
                return code
            if lasted < SHORTEST_LIFE_SECONDS:
                return code or CANNOT_SERVE
            _LOG.error("a worker died, and the server with it: it is started again")


def _stop_signals() -> Callable[[], bool]:
    """Python writes each signal's number into a pipe, whoever handles it."""
    seen, told = os.pipe()
    os.set_blocking(seen, False)
    os.set_blocking(told, False)
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    return lambda: not {signal.SIGTERM, signal.SIGINT}.isdisjoint(_read(seen))


def _read(pipe: int) -> bytes:
    try:
        return os.read(pipe, 4096)
    except BlockingIOError:
        return b""


def end_workers() -> None:
    """Wait until the workers that the server told to end have ended, so that none is left beside the next ones."""
    for worker in multiprocessing.active_children():
        worker.join(LONGEST_FAREWELL_SECONDS)
        if worker.is_alive():
            worker.kill()
            worker.join()
