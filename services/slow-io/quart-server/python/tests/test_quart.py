"""What the Quart application answers, and what ends its calls."""

import asyncio
import contextlib

import pytest

from quart_io.application import call_at_once, create_app
from slow_io_common.parameters import Delay, FanOut
from slow_io_common.problem import UPSTREAM_TIMEOUT, ProblemError
from slow_io_common.settings import Settings

NOBODY = Settings.of({"UPSTREAM": "http://127.0.0.1:1"})


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/health", 200, b'{"status":"ok"}'),
        ("/benchmark/quart-io-test?delay=31&concurrent=1", 400, b'"code":"invalid_parameter"'),
        ("/benchmark/quart-io-test?delay=0.1&concurrent=1001", 400, b"expected a whole number from 1 to 1000"),
        ("/benchmark/quart-io-test?delay=0.1", 400, b"The parameter concurrent is missing"),
        ("/benchmark/quart-io-test?delay=0.1&concurrent=2", 502, b'"code":"upstream_broken"'),
        ("/benchmark/flask-io-test?delay=0.1&concurrent=2", 404, b'"code":"not_found"'),
    ],
)
def test_every_answer_is_json_of_ours(path: str, status: int, body: bytes) -> None:
    async def ask() -> tuple[int, str, bytes]:
        async with create_app(NOBODY).test_app() as served:
            answer = await served.test_client().get(path)
            return answer.status_code, answer.content_type or "", await answer.get_data(as_text=False)

    answered, kind, text = asyncio.run(ask())
    assert (answered, kind) == (status, "application/json")
    assert body in text


class Stuck:
    """An upstream that answers nobody, or fails at a given call."""

    def __init__(self, fails_at: int = 0) -> None:
        self.under_way = 0
        self._begun = 0
        self._fails_at = fails_at

    async def call(self, _delay: Delay) -> None:
        """Fail, or never end."""
        self._begun += 1
        self.under_way += 1
        try:
            if self._begun == self._fails_at:
                raise ProblemError(UPSTREAM_TIMEOUT)
            await asyncio.Event().wait()
        finally:
            self.under_way -= 1


def test_the_first_call_that_fails_ends_all_others() -> None:
    upstream = Stuck(fails_at=50)
    with pytest.raises(ProblemError) as failed:
        asyncio.run(call_at_once(upstream, FanOut(Delay("1", 1.0), 100)))
    assert (failed.value.problem, upstream.under_way) == (UPSTREAM_TIMEOUT, 0)


def test_a_request_that_is_given_up_leaves_no_call_behind() -> None:
    async def give_up(upstream: Stuck) -> int:
        request = asyncio.create_task(call_at_once(upstream, FanOut(Delay("1", 1.0), 100)))
        while upstream.under_way < 100:
            await asyncio.sleep(0)
        request.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await request
        return upstream.under_way

    assert asyncio.run(give_up(Stuck())) == 0
