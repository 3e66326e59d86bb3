"""What a failure of an upstream means to the client: 502 it broke, 503 nobody is there, 504 it took too long."""

import urllib3
from urllib3 import exceptions as failures

from shop_common.problem import Problem


def no_live_replica(upstream: str) -> Problem:
    """Tell that no replica takes a connection."""
    return Problem(503, "no_live_replica", f"No live replica of {upstream} answers; try again shortly.")


def of_failure(upstream: str, cause: urllib3.exceptions.HTTPError) -> Problem:
    """Tell what went wrong on the way to an upstream and back."""
    match cause:
        case failures.EmptyPoolError():
            return Problem(503, "upstream_overloaded", f"Too many requests wait for {upstream}.")
        case failures.NewConnectionError():
            return no_live_replica(upstream)
        case failures.TimeoutError():
            return Problem(504, "upstream_timeout", f"No answer of {upstream} came in time.")
        case _:
            return Problem(502, "upstream_broken", f"The answer of {upstream} was broken off or invalid.")
