"""Users as `dev.versus.benchmarks.Locust` describes them on the command line, and a line with what Locust counted.

A user sends one of the paths, all equally often, thinks, and goes on. The last line of the output is `locust: ` with a JSON object: Locust's
own figures, as its tables show them, and the exact times of all answers that did not fail, which Locust rounds to two digits.
"""

import json
import resource
from collections.abc import Callable
from typing import Any

from locust import FastHttpUser, HttpUser, User, between, events
from locust.argument_parser import LocustArgumentParser
from locust.env import Environment

micros: list[int] = []
used_before = 0.0


def cpu_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


class Reader(HttpUser):
    """Asks by Locust's usual client, and gets its tasks and its think time from the command line."""


class FastReader(FastHttpUser):
    """The same by Locust's faster client."""


@events.init_command_line_parser.add_listener
def add_options(parser: LocustArgumentParser) -> None:
    parser.add_argument("--paths", nargs="+", help="the paths that users get, equally often")
    parser.add_argument("--think", nargs=2, type=float, help="the shortest and the longest pause, in seconds")


def getting(path: str) -> Callable[[User], None]:
    def get(user: User) -> None:
        user.client.get(path)

    return get


@events.init.add_listener
def prepare(environment: Environment, **_: Any) -> None:
    options = environment.parsed_options
    for users in environment.user_classes:
        users.tasks = [getting(path) for path in options.paths]
        users.wait_time = between(*options.think)


@events.test_start.add_listener
def begin(**_: Any) -> None:
    """Leaves out the CPU time of Locust's own start, which no request takes."""
    global used_before
    used_before = cpu_seconds()


@events.request.add_listener
def note(response_time: float, exception: BaseException | None, **_: Any) -> None:
    if exception is None:
        micros.append(round(response_time * 1000))


@events.quitting.add_listener
def tell(environment: Environment, **_: Any) -> None:
    total = environment.stats.total
    told = {
        "requests": total.num_requests,
        "failures": total.num_failures,
        "perSecond": total.total_rps,
        "seconds": (total.last_request_timestamp or 0) - (total.start_time or 0),
        "p50": total.get_response_time_percentile(0.5),
        "p95": total.get_response_time_percentile(0.95),
        "cpuSeconds": cpu_seconds() - used_before,
        "micros": micros,
    }
    print("locust: " + json.dumps(told), flush=True)
