"""The settings of a service, read from environment variables.

A variable that is unset or blank gives its default. Any other value is either understood or refused with one sentence;
nothing is guessed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from shop_common.address import is_port, parse_url

_DURATION = re.compile(r"([1-9]\d{0,8})(ms|s|m)", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0}


class InvalidSettingError(Exception):
    """A setting that the service cannot start with; its message is one sentence for the person who set it."""

    def __init__(self, name: str, value: str, expected: str) -> None:
        super().__init__(f'{name} is "{value}", but must be {expected}.')


class StartFailureError(Exception):
    """Why a service with good settings could not start: something that it needs is missing."""


@dataclass(frozen=True)
class Settings:
    """Environment variables, by name."""

    variables: Mapping[str, str]

    def value(self, name: str) -> str | None:
        """Give the text of a variable, if it is set."""
        return self.variables.get(name, "").strip() or None

    def text(self, name: str, fallback: str) -> str:
        """Give the text of a variable, or the default."""
        return self.value(name) or fallback

    def port(self, name: str, fallback: int) -> int:
        """Give a TCP port from 1 to 65535."""
        text = self.text(name, str(fallback))
        if _NUMBER.fullmatch(text) is None or not is_port(int(text)):
            raise InvalidSettingError(name, text, "a port from 1 to 65535")
        return int(text)

    def count(self, name: str, fallback: int) -> int:
        """Give a whole number that is at least 1."""
        text = self.text(name, str(fallback))
        if _NUMBER.fullmatch(text) is None or int(text) < 1:
            raise InvalidSettingError(name, text, "a whole number from 1 to 999999999")
        return int(text)

    def seconds(self, name: str, fallback: str) -> float:
        """Give a positive duration, written with its unit (``500ms``, ``2s``, ``1m``), in seconds."""
        text = self.text(name, fallback)
        parts = _DURATION.fullmatch(text)
        if parts is None:
            raise InvalidSettingError(name, text, "a duration such as 500ms, 2s or 1m")
        return int(parts[1]) * _SECONDS[parts[2]]

    def url(self, *names: str, fallback: str) -> str:
        """Give a URL with a host and the scheme of the default; of several names the first that is set counts."""
        name = next((one for one in names if self.value(one) is not None), names[0])
        text = self.text(name, fallback)
        url = parse_url(text)
        if url is None or url.scheme != fallback.split(":", 1)[0]:
            raise InvalidSettingError(name, text, f"a URL such as {fallback}")
        return text
