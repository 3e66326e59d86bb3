"""The parameters of requests: understood or refused with one sentence, never guessed."""

import re
from dataclasses import dataclass
from typing import Self

from slow_io_common.problem import Problem, ProblemError

LONGEST_SECONDS = 30
MOST_CALLS = 1000

_SECONDS = re.compile(r"\d{1,2}(\.\d{1,6})?", re.ASCII)
_CALLS = re.compile(r"\d{1,4}", re.ASCII)


@dataclass(frozen=True)
class Delay:
    """How long io-simulator takes: as the client wrote it, so that bodies can repeat it, and in seconds."""

    text: str
    seconds: float

    @classmethod
    def parse(cls, text: str | None) -> Self:
        """Read the parameter ``delay``."""
        if text is None or _SECONDS.fullmatch(text) is None or float(text) > LONGEST_SECONDS:
            raise _refusal("delay", text, f"seconds from 0 to {LONGEST_SECONDS}, such as 0.3")
        return cls(text, float(text))


@dataclass(frozen=True)
class FanOut:
    """How many calls a request makes, and how long each takes."""

    delay: Delay
    calls: int

    @classmethod
    def parse(cls, delay: str | None, concurrent: str | None) -> Self:
        """Read the parameters ``delay`` and ``concurrent``."""
        parsed = Delay.parse(delay)
        if concurrent is None or _CALLS.fullmatch(concurrent) is None or not 1 <= int(concurrent) <= MOST_CALLS:
            raise _refusal("concurrent", concurrent, f"a whole number from 1 to {MOST_CALLS}")
        return cls(parsed, int(concurrent))

    def body(self) -> dict[str, object]:
        """Give what is answered when every call was: the same bytes for the same request, whoever answers."""
        return {"calls": self.calls, "delay": self.delay.text}


def _refusal(name: str, text: str | None, expected: str) -> ProblemError:
    found = "is missing" if text is None else f'is "{text[:40]}"'
    return ProblemError(Problem(400, "invalid_parameter", f"The parameter {name} {found}: expected {expected}."))
