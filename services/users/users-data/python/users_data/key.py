"""Which payload is asked for: understood or refused with one sentence, never guessed."""

import re
from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qs

from users_data.problem import Problem, ProblemError

SMALLEST = 1024
LARGEST = 16 * 1024 * 1024
PATTERNS = ("repetitive", "random")

SIZES = f"a whole number of bytes from {SMALLEST} to {LARGEST}"
PATTERN_NAMES = " or ".join(PATTERNS)

_DIGITS = re.compile(r"[1-9]\d{0,7}", re.ASCII)


@dataclass(frozen=True)
class Key:
    """A payload's size in bytes and its pattern."""

    size: int
    pattern: str

    def asked(self, query: bytes) -> Self:
        """Read the parameters ``size`` and ``pattern`` of a query; what it does not name is as here."""
        if not query:
            return self
        given = parse_qs(query.decode("latin-1"), keep_blank_values=True)
        size = _one(given, "size", str(self.size))
        pattern = _one(given, "pattern", self.pattern)
        if not is_size(size):
            raise _refusal("size", size, SIZES)
        if pattern not in PATTERNS:
            raise _refusal("pattern", pattern, PATTERN_NAMES)
        return type(self)(int(size), pattern)


def is_size(text: str) -> bool:
    """Tell whether a text is a size that a payload can have."""
    return _DIGITS.fullmatch(text) is not None and SMALLEST <= int(text) <= LARGEST


def _one(given: dict[str, list[str]], name: str, fallback: str) -> str:
    texts = given.get(name, [fallback])
    if len(texts) > 1:
        raise ProblemError(Problem.invalid(f"The parameter {name} is given {len(texts)} times: expected it once."))
    return texts[0]


def _refusal(name: str, text: str, expected: str) -> ProblemError:
    return ProblemError(Problem.invalid(f'The parameter {name} is "{text[:40]}": expected {expected}.'))
