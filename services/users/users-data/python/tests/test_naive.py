"""The transport with the races: right when it is alone, and wrong when it is not."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.running import SEGMENTS
from users_data.bodies import Bodies
from users_data.key import Key
from users_data.problem import ProblemError
from users_data.shared.naive import NaiveSegment
from users_data.shared.snapshot import Writer

KEY = Key(256873, "repetitive")


def test_a_request_that_is_alone_leaves_the_body(shared: Path) -> None:
    body = Bodies().current(KEY)
    segment = NaiveSegment(Writer("naive", "0" * 16), f"{shared.name}.naive")
    assert [segment.write(body).generation for _ in range(3)] == [1, 2, 3]
    assert (SEGMENTS / f"{shared.name}.naive").read_bytes() == body.data


def test_requests_at_once_get_into_each_others_way(shared: Path) -> None:
    bodies = Bodies()
    body = bodies.current(KEY)
    segment = NaiveSegment(Writer("naive", "0" * 16), f"{shared.name}.naive")

    def seen(_number: int) -> str:
        try:
            segment.write(body)
            return "right" if (SEGMENTS / f"{shared.name}.naive").read_bytes() == body.data else "torn"
        except FileNotFoundError:
            return "missing"
        except ProblemError as refused:
            return refused.problem.reason

    with ThreadPoolExecutor(16) as threads:
        outcomes = set(threads.map(seen, range(2000)))
    assert "right" in outcomes
    assert outcomes & {"torn", "missing", "exists"}
