"""Parameters: understood or refused, never guessed."""

import json

import pytest

from slow_io_common.parameters import Delay, FanOut
from slow_io_common.problem import ProblemError, encoded


@pytest.mark.parametrize(
    ("text", "seconds"), [("0", 0.0), ("0.3", 0.3), ("1.0", 1.0), ("30", 30.0), ("30.000000", 30.0)]
)
def test_a_delay_is_seconds_and_kept_as_it_was_written(text: str, seconds: float) -> None:
    assert Delay.parse(text) == Delay(text, seconds)


@pytest.mark.parametrize(
    "text", [None, "", "30.1", "31", "-1", "1e1", "nan", "inf", "0.0000001", "\u0661", " 1", "1s", "1\n", "999"]
)
def test_any_other_delay_is_refused_with_400_and_one_sentence(text: str | None) -> None:
    with pytest.raises(
        ProblemError, match=r"(?s)^The parameter delay .*: expected seconds from 0 to 30, such as 0\.3\.$"
    ) as no:
        Delay.parse(text)
    assert (no.value.problem.status, no.value.problem.code) == (400, "invalid_parameter")


@pytest.mark.parametrize("text", ["1", "50", "1000", "0001"])
def test_calls_are_counted_from_1_to_1000(text: str) -> None:
    assert FanOut.parse("0.3", text).calls == int(text)


@pytest.mark.parametrize("text", [None, "", "0", "1001", "-1", "1.0", "ten", "99999"])
def test_any_other_number_of_calls_is_refused(text: str | None) -> None:
    with pytest.raises(ProblemError, match=r"^The parameter concurrent .*: expected a whole number from 1 to 1000\.$"):
        FanOut.parse("0.3", text)


def test_a_refusal_repeats_only_the_beginning_of_what_was_sent() -> None:
    with pytest.raises(ProblemError) as no:
        Delay.parse("9" * 5000)
    assert len(no.value.problem.body()) < 200
    assert json.loads(no.value.problem.body())["code"] == "invalid_parameter"


def test_the_body_is_the_same_for_the_same_request() -> None:
    assert encoded(FanOut.parse("0.30", "5").body()) == b'{"calls":5,"delay":"0.30"}'
