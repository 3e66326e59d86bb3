"""Settings: understood or refused, never guessed."""

import pytest

from slow_io_common.settings import InvalidSettingError, Settings


def test_what_is_unset_or_blank_has_its_default() -> None:
    assert Settings.of({"UPSTREAM": " ", "FAN_OUT_THREADS": ""}) == Settings(
        "http://io-simulator:8001", 5.0, 2.0, 1000, 1
    )


def test_what_is_set_counts() -> None:
    given = {
        "UPSTREAM": "http://127.0.0.1:9001/",
        "UPSTREAM_TIMEOUT": "500ms",
        "UPSTREAM_CONNECT_TIMEOUT": "1m",
        "UPSTREAM_CONNECTIONS": "8",
        "FAN_OUT_THREADS": "128",
    }
    assert Settings.of(given) == Settings("http://127.0.0.1:9001", 0.5, 60.0, 8, 128)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("UPSTREAM", "io-simulator:8001"),
        ("UPSTREAM", "https://io-simulator"),
        ("UPSTREAM", "http://host:99999"),
        ("UPSTREAM", "http://host/path"),
        ("UPSTREAM", "http://host?delay=1"),
        ("UPSTREAM_TIMEOUT", "5"),
        ("UPSTREAM_TIMEOUT", "0s"),
        ("UPSTREAM_CONNECT_TIMEOUT", "1h"),
        ("UPSTREAM_CONNECTIONS", "0"),
        ("FAN_OUT_THREADS", "many"),
    ],
)
def test_anything_else_is_refused_in_one_sentence(name: str, text: str) -> None:
    with pytest.raises(InvalidSettingError) as refused:
        Settings.of({name: text})
    assert str(refused.value).startswith(f'{name} is "{text}", but must be ')
