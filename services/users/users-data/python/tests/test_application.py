"""What users-data answers."""

import asyncio

import pytest

from tests.running import Answered
from users_data.answer import Answer, Message
from users_data.application import Application
from users_data.bodies import Bodies
from users_data.key import Key
from users_data.problem import Problem, ProblemError

DEFAULT = Key(1024, "repetitive")


def ask(application: Application, method: str, target: str, body: bytes = b"", *, breaks_off: bool = False) -> Answered:
    """Ask an application as a server would; a body that breaks off is followed by the end of its connection."""
    path, _, query = target.partition("?")
    scope = {"type": "http", "method": method, "path": path, "query_string": query.encode()}
    sent: list[Message] = []
    coming: list[Message] = [{"type": "http.request", "body": body, "more_body": breaks_off}]

    async def receive() -> Message:
        return coming.pop(0) if coming else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(application(scope, receive, send))
    start, content = sent
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answered(start["status"], headers, content["body"])


class Fake:
    """A transport that announces a key by its words, or refuses all."""

    def __init__(self, problem: Problem | None = None) -> None:
        self._problem = problem

    async def announce(self, key: Key) -> Answer:
        """Announce."""
        if self._problem:
            raise ProblemError(self._problem)
        return Answer.json(f'"{key.size} {key.pattern}"'.encode())


@pytest.fixture
def application() -> Application:
    return Application(DEFAULT, Bodies(), Fake())


def test_users_have_the_size_and_the_pattern_that_are_asked_for(application: Application) -> None:
    usual = ask(application, "GET", "/api/users")
    asked = ask(application, "GET", "/api/users?size=1025&pattern=random&parse=true")
    assert (len(usual.body), len(asked.body)) == (1024, 1025)
    assert usual.headers["content-type"] == asked.headers["content-type"] == "application/json"


def test_shared_memory_is_asked_for_the_same(application: Application) -> None:
    assert ask(application, "GET", "/api/write-to-shm?size=1030").body == b'"1030 repetitive"'


def test_a_revision_counts_for_all_that_is_asked_afterwards(application: Application) -> None:
    assert ask(application, "GET", "/api/revision").body == b'{"revision":1}'
    assert ask(application, "PUT", "/api/revision", b'{"revision": 7}').body == b'{"revision":7}'
    assert ask(application, "GET", "/api/users").headers["x-revision"] == "7"
    assert ask(application, "GET", "/api/users").document["users"][0]["revision"] == "00000007"


@pytest.mark.parametrize("query", ["size=1023", "size=16777217", "size=-1", "size=1e4", "size=", "size=%31025x"])
def test_a_bad_size_is_named_with_what_is_expected(application: Application, query: str) -> None:
    refused = ask(application, "GET", f"/api/users?{query}")
    assert refused.status == 400
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.document["reason"] == "invalid_parameter"
    assert refused.document["detail"].startswith('The parameter size is "')
    assert refused.document["detail"].endswith(": expected a whole number of bytes from 1024 to 16777216.")


@pytest.mark.parametrize("query", ["pattern=", "pattern=Random", "pattern=repetitive%20", "pattern=%FF"])
def test_a_bad_pattern_is_named_with_what_is_expected(application: Application, query: str) -> None:
    refused = ask(application, "GET", f"/api/write-to-shm?{query}")
    assert refused.status == 400
    assert refused.document["detail"].endswith(": expected repetitive or random.")


def test_a_parameter_counts_once(application: Application) -> None:
    refused = ask(application, "GET", "/api/users?size=1024&size=2048")
    assert refused.document["detail"] == "The parameter size is given 2 times: expected it once."


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"7",
        b"{",
        b"{}",
        b'{"revision":true}',
        b'{"revision":7,"more":1}',
        b'{"revision":1.0}',
        b'{"revision":"7"}',
        b'{"revision":-1}',
        b'{"revision":100000000}',
        b'{"revision":7}' + b" " * 1024,
        b"[" * 1024,
    ],
)
def test_a_bad_revision_changes_nothing(application: Application, body: bytes) -> None:
    refused = ask(application, "PUT", "/api/revision", body)
    assert refused.status == 400
    assert refused.document["detail"].endswith('expected {"revision": 7}, with a whole number from 0 to 99999999.')
    assert ask(application, "GET", "/api/revision").body == b'{"revision":1}'


def test_a_body_that_breaks_off_changes_nothing(application: Application) -> None:
    refused = ask(application, "PUT", "/api/revision", b'{"revision": 7}', breaks_off=True)
    assert (refused.status, refused.document["detail"]) == (400, "The body for revision breaks off.")
    assert ask(application, "GET", "/api/revision").body == b'{"revision":1}'


def test_a_long_query_is_understood_and_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = []
    understood = Key.asked

    def asked(key: Key, query: bytes) -> Key:
        read.append(query)
        return understood(key, query)

    monkeypatch.setattr(Key, "asked", asked)
    application = Application(DEFAULT, Bodies(), Fake())
    for query in ("size=1030", "size=1031&more=" + "x" * 64):
        bodies = [ask(application, "GET", f"/api/users?{query}").body for _ in range(3)]
        assert [len(body) for body in bodies] == [int(query[5:9])] * 3
    assert len(read) == 4


def test_unknown_paths_and_methods_are_problems_too(application: Application) -> None:
    missing, wrong = ask(application, "GET", "/api"), ask(application, "POST", "/api/revision")
    assert (missing.status, missing.document["reason"]) == (404, "not_found")
    assert (wrong.status, wrong.document["reason"], wrong.headers["allow"]) == (405, "method_not_allowed", "GET, PUT")


def test_a_transport_that_cannot_write_says_why() -> None:
    problem = Problem.unavailable("shared_memory_full", "The shared memory is full.")
    refused = ask(Application(DEFAULT, Bodies(), Fake(problem)), "GET", "/api/write-to-shm")
    assert refused.document == {
        "title": "Service Unavailable",
        "status": 503,
        "detail": "The shared memory is full.",
        "reason": "shared_memory_full",
    }


def test_a_defect_is_a_500_that_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = Bodies()
    monkeypatch.setattr(bodies, "current", lambda _key: 1 // 0)
    failed = ask(Application(DEFAULT, bodies, Fake()), "GET", "/api/users")
    assert (failed.status, failed.document["reason"]) == (500, "internal")
