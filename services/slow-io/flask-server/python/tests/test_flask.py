"""What the Flask application answers."""

import pytest

from flask_io.application import create_app
from slow_io_common.settings import Settings

NOBODY = Settings.of({"UPSTREAM": "http://127.0.0.1:1"})


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/health", 200, b'{"status":"ok"}'),
        ("/benchmark/flask-io-test?delay=31&concurrent=1", 400, b'"code":"invalid_parameter"'),
        ("/benchmark/flask-io-test?delay=0.1&concurrent=1001", 400, b"expected a whole number from 1 to 1000"),
        ("/benchmark/flask-io-test?delay=0.1", 400, b"The parameter concurrent is missing"),
        ("/benchmark/flask-io-test?delay=0.1&concurrent=2", 502, b'"code":"upstream_broken"'),
        ("/benchmark/quart-io-test?delay=0.1&concurrent=2", 404, b'"code":"not_found"'),
    ],
)
def test_every_answer_is_json_of_ours(path: str, status: int, body: bytes) -> None:
    answer = create_app(NOBODY).test_client().get(path)
    assert (answer.status_code, answer.content_type) == (status, "application/json")
    assert body in answer.data


def test_other_methods_are_refused() -> None:
    assert create_app(NOBODY).test_client().post("/health").status_code == 405
