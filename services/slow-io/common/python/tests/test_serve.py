"""Serving: bad settings end it at once, and a server that gives up is started again."""

import multiprocessing
import signal
import time
from collections.abc import Iterator
from multiprocessing.synchronize import Event

import pytest

from slow_io_common import keeping, serve
from slow_io_common.keeping import Keeping


@pytest.mark.parametrize("words", [[], ["waitress"], ["-m", "gunicorn"]])
def test_only_known_servers_are_run(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        serve.main(words)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("slow-io: the first word names the server: expected one of gunicorn")


def test_a_bad_setting_ends_it_before_a_server_starts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("UPSTREAM_TIMEOUT", "soon")
    with pytest.raises(SystemExit) as ended:
        serve.main(["gunicorn", "flask_io.main:app"])
    assert ended.value.code == 2
    assert 'UPSTREAM_TIMEOUT is "soon"' in capsys.readouterr().err


def kept(codes: list[int], stops: list[bool], times: list[float]) -> tuple[int, Iterator[int]]:
    ends, asked, clock = iter(codes), iter(stops), iter(times)
    return Keeping(lambda: next(asked), lambda: next(clock)).keep(lambda: next(ends)), ends


def test_a_server_that_ended_though_nobody_asked_is_started_again() -> None:
    code, left = kept([0, 1, 0], [False, False, True], [0, 10, 20, 30, 40, 50])
    assert (code, list(left)) == (0, [])


def test_a_server_that_was_asked_to_end_is_not() -> None:
    code, left = kept([0, 7], [True], [0, 10])
    assert (code, list(left)) == (0, [7])


@pytest.mark.parametrize(("code", "told"), [(0, 1), (3, 3)])
def test_a_server_that_ends_at_once_has_failed(code: int, told: int) -> None:
    assert kept([code, 0], [False], [0, 0.5])[0] == told


@pytest.mark.parametrize("deaf", [False, True])
def test_no_worker_of_the_ended_server_is_left(deaf: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "LONGEST_FAREWELL_SECONDS", 0.5)
    context = multiprocessing.get_context("fork")
    ready = context.Event()
    worker = context.Process(target=waits, args=(ready, deaf))
    worker.start()
    assert ready.wait(10)
    worker.terminate()
    keeping.end_workers()
    assert worker.exitcode == -(signal.SIGKILL if deaf else signal.SIGTERM)


def waits(ready: Event, deaf: bool) -> None:
    if deaf:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    ready.set()
    time.sleep(30)
