"""The calls of one request: how many at once, and what ends them."""

import socket
import threading

import pytest

from flask_io.calls import Calls
from flask_io.client import ClientGoneError, client_of
from slow_io_common.parameters import Delay, FanOut
from slow_io_common.problem import UPSTREAM_TIMEOUT, ProblemError


class Counting:
    """An upstream that counts, and fails from a given call on."""

    def __init__(self, fails_from: int = 1_000_000) -> None:
        self.made = 0
        self.threads: set[str] = set()
        self._fails_from = fails_from
        self._lock = threading.Lock()

    def call(self, _delay: Delay) -> None:
        """Count."""
        with self._lock:
            self.made += 1
            self.threads.add(threading.current_thread().name)
            if self.made >= self._fails_from:
                raise ProblemError(UPSTREAM_TIMEOUT)


def fan_out(calls: int) -> FanOut:
    return FanOut(Delay("0", 0.0), calls)


def here() -> bool:
    return False


def test_one_after_another_in_the_thread_of_the_request() -> None:
    upstream = Counting()
    Calls(upstream, 1).make(fan_out(20), here)
    assert (upstream.made, upstream.threads) == (20, {threading.current_thread().name})


def test_in_threads_of_a_pool_where_there_is_one() -> None:
    meet = threading.Barrier(4, timeout=10)

    class Meeting(Counting):
        def call(self, delay: Delay) -> None:
            meet.wait()
            super().call(delay)

    upstream = Meeting()
    Calls(upstream, 4).make(fan_out(4), here)
    assert upstream.made == 4
    assert threading.current_thread().name not in upstream.threads


def test_the_first_that_fails_ends_the_others() -> None:
    upstream = Counting(fails_from=3)
    with pytest.raises(ProblemError):
        Calls(upstream, 1).make(fan_out(1000), here)
    assert upstream.made == 3


@pytest.mark.parametrize("threads", [1, 2])
def test_nothing_more_is_called_for_a_client_that_has_gone(threads: int) -> None:
    answered = threading.Event()
    first = threading.Semaphore(1)

    class AnsweringOnce(Counting):
        def call(self, delay: Delay) -> None:
            super().call(delay)
            assert first.acquire(blocking=False) or answered.wait(10)

    upstream = AnsweringOnce()
    try:
        with pytest.raises(ClientGoneError):
            Calls(upstream, threads).make(fan_out(1000), lambda: True)
    finally:
        answered.set()
    assert upstream.made <= 1 + threads


def test_a_client_is_there_until_it_closes() -> None:
    ours, theirs = socket.socketpair()
    with ours:
        gone = client_of({"gunicorn.socket": ours})
        assert not gone()
        theirs.send(b"next request")
        assert not gone()
        assert ours.recv(100) == b"next request"
        theirs.close()
        assert gone()


def test_behind_another_server_nobody_is_known_to_have_gone() -> None:
    assert not client_of({})()
