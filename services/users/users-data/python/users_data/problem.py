"""Why a request was not served: the body of every answer that is no success (RFC 9457)."""

from dataclasses import dataclass
from typing import Self

from users_data.answer import Answer, encoded

_PROBLEM_JSON = b"application/problem+json"


@dataclass(frozen=True)
class Problem:
    """An HTTP status, its title, a stable word for programs, and one sentence for people."""

    status: int
    title: str
    reason: str
    detail: str

    @classmethod
    def invalid(cls, detail: str) -> Self:
        """Tell a client what is wrong with its request."""
        return cls(400, "Bad Request", "invalid_parameter", detail)

    @classmethod
    def unavailable(cls, reason: str, detail: str) -> Self:
        """Tell that the shared memory cannot be written."""
        return cls(503, "Service Unavailable", reason, detail)

    def answer(self, *headers: tuple[bytes, bytes]) -> Answer:
        """Give the answer that tells it."""
        document = {"title": self.title, "status": self.status, "detail": self.detail, "reason": self.reason}
        return Answer.of(self.status, encoded(document), (b"content-type", _PROBLEM_JSON), *headers)


class ProblemError(Exception):
    """Carries a problem to the one who answers."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.detail)
        self.problem = problem


NOT_FOUND = Problem(404, "Not Found", "not_found", "There is nothing at this path.")
INTERNAL = Problem(500, "Internal Server Error", "internal", "The service failed; its log says why.")


def method_not_allowed(allowed: str) -> Answer:
    """Refuse a method, and name the one that the path has."""
    detail = f"This path does not support the method; it supports {allowed}."
    problem = Problem(405, "Method Not Allowed", "method_not_allowed", detail)
    return problem.answer((b"allow", allowed.encode()))
