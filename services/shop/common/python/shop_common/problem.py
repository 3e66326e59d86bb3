"""Why a request was not served: the body of every answer that is no success."""

from dataclasses import dataclass

from flask import Response

from shop_common.json_body import answer, encoded


@dataclass(frozen=True)
class Problem:
    """An HTTP status, a stable word for programs, and one sentence for people that is the same for the same cause."""

    status: int
    code: str
    message: str

    def answer(self) -> Response:
        """Give the response that tells it."""
        return answer(self.status, encoded({"code": self.code, "message": self.message}))


class ProblemError(Exception):
    """Carries a problem to the one who answers."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


NOT_FOUND = Problem(404, "not_found", "There is nothing at this path.")
METHOD_NOT_ALLOWED = Problem(405, "method_not_allowed", "This path does not support the method.")
BAD_REQUEST = Problem(400, "bad_request", "The request cannot be understood.")
TOO_LARGE = Problem(413, "body_too_large", "The body is larger than 64 kB.")
INTERNAL = Problem(500, "internal_error", "The service failed; its log says why.")
