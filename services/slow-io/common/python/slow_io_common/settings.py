"""The settings of the services that call io-simulator, read from environment variables.

A variable that is unset or blank gives its default. Any other value is either understood or refused with one sentence.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

_DURATION = re.compile(r"([1-9]\d{0,8})(ms|s|m)", re.ASCII)
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0}
_NUMBER = re.compile(r"[1-9]\d{0,3}", re.ASCII)


class InvalidSettingError(Exception):
    """A setting that the service cannot start with; its message is one sentence for the person who set it."""

    def __init__(self, name: str, value: str, expected: str) -> None:
        super().__init__(f'{name} is "{value}", but must be {expected}.')


@dataclass(frozen=True)
class Settings:
    """What a service that calls io-simulator may be told.

    ``UPSTREAM`` is io-simulator's address. ``UPSTREAM_TIMEOUT`` is how long it may take beyond the delay that it is
    asked for, and ``UPSTREAM_CONNECT_TIMEOUT`` to be connected to. ``UPSTREAM_CONNECTIONS`` is how many connections a
    process keeps. ``FAN_OUT_THREADS`` is how many calls a Flask process makes at once for all its requests together;
    with 1 each request makes its calls in its own thread, one after another.
    """

    upstream: str
    timeout: float
    connect_timeout: float
    connections: int
    fan_out_threads: int

    @classmethod
    def of(cls, variables: Mapping[str, str]) -> Self:
        """Read all of them."""
        return cls(
            _url(variables, "UPSTREAM", "http://io-simulator:8001"),
            _seconds(variables, "UPSTREAM_TIMEOUT", "5s"),
            _seconds(variables, "UPSTREAM_CONNECT_TIMEOUT", "2s"),
            _count(variables, "UPSTREAM_CONNECTIONS", "1000"),
            _count(variables, "FAN_OUT_THREADS", "1"),
        )


def _text(variables: Mapping[str, str], name: str, fallback: str) -> str:
    return variables.get(name, "").strip() or fallback


def _seconds(variables: Mapping[str, str], name: str, fallback: str) -> float:
    text = _text(variables, name, fallback)
    parts = _DURATION.fullmatch(text)
    if parts is None:
        raise InvalidSettingError(name, text, "a duration such as 500ms, 2s or 1m")
    return int(parts[1]) * _SECONDS[parts[2]]


def _count(variables: Mapping[str, str], name: str, fallback: str) -> int:
    text = _text(variables, name, fallback)
    if _NUMBER.fullmatch(text) is None:
        raise InvalidSettingError(name, text, "a whole number from 1 to 9999")
    return int(text)


def _url(variables: Mapping[str, str], name: str, fallback: str) -> str:
    text = _text(variables, name, fallback)
    try:
        url = urlsplit(text)
        sound = url.scheme == "http" and bool(url.hostname) and url.port != 0 and url.path in {"", "/"}
    except ValueError:
        sound = False
    if not sound or url.query or url.fragment or url.username:
        raise InvalidSettingError(name, text, f"a URL such as {fallback}")
    return text.removesuffix("/")
