"""Why a request was not served: the body of every answer that is no success."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

JSON = "application/json"


@dataclass(frozen=True)
class Problem:
    """An HTTP status, a stable word for programs, and one sentence for people that is the same for the same cause."""

    status: int
    code: str
    message: str

    def body(self) -> bytes:
        """Give the document that tells it."""
        return encoded({"code": self.code, "message": self.message})


class ProblemError(Exception):
    """Carries a problem to the one who answers."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


NOT_FOUND = Problem(404, "not_found", "There is nothing at this path.")
METHOD_NOT_ALLOWED = Problem(405, "method_not_allowed", "This path does not support the method.")
BAD_REQUEST = Problem(400, "bad_request", "The request cannot be understood.")
INTERNAL = Problem(500, "internal_error", "The service failed; its log says why.")
UPSTREAM_BROKEN = Problem(502, "upstream_broken", "io-simulator cannot be reached, broke off or talked nonsense.")
UPSTREAM_TIMEOUT = Problem(504, "upstream_timeout", "io-simulator did not answer in time.")

_OF_HTTP = {problem.status: problem for problem in (BAD_REQUEST, NOT_FOUND, METHOD_NOT_ALLOWED)}


def of_http(status: int) -> Problem:
    """Give the problem for what a web framework refuses by itself."""
    return _OF_HTTP.get(status, BAD_REQUEST)


def encoded(document: Mapping[str, object]) -> bytes:
    """Give the bytes of a document: without spaces, its fields in their order."""
    return json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode()
