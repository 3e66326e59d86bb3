"""The settings of users-data, read from environment variables.

A variable that is unset or blank gives its default. Any other value is either understood or refused with one sentence.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from users_data.key import PATTERN_NAMES, PATTERNS, SIZES, Key, is_size
from users_data.shared.segment import SEGMENTS

TRANSPORTS = ("memfd", "segment", "naive")
# Their segments carry the folder's last name only, so that two folders of one name would be one deployment.
_NAMED = ("segment", "naive")

_BYTES = re.compile(r"[1-9]\d{0,11}", re.ASCII)
_PORT = re.compile(r"[1-9]\d{0,4}", re.ASCII)
_LARGEST_PORT = 65535
# A segment's name carries the folder's name, and what else it carries leaves it this much of the 255 bytes of a name.
_FOLDER = re.compile(r"(/[A-Za-z0-9._-]{1,200})+", re.ASCII)
# The longest path of a Unix socket has 107 bytes, and the longest name of a socket here has 22 with its slash.
_LONGEST_FOLDER = 85


class InvalidSettingError(Exception):
    """A setting that the service cannot start with; its message is one sentence for the person who set it."""

    def __init__(self, name: str, value: str, expected: str) -> None:
        super().__init__(f'{name} is "{value}", but must be {expected}.')


@dataclass(frozen=True)
class Settings:
    """What users-data may be told.

    ``HOST`` and ``PORT`` say where it listens. ``USERS_TRANSPORT`` is how data goes through shared memory, and
    ``USERS_SHARED`` the folder that it shares with users-api. ``USERS_SIZE`` and ``USERS_PATTERN`` are the payload of a
    request that does not ask for another. ``USERS_SHM_LIMIT`` is how many bytes of shared memory it keeps.
    """

    host: str
    port: int
    transport: str
    shared: Path
    key: Key
    shm_limit: int

    @classmethod
    def of(cls, variables: Mapping[str, str]) -> Self:
        """Read all of them."""
        transport = _choice(variables, "USERS_TRANSPORT", TRANSPORTS, f"one of {', '.join(TRANSPORTS)}")
        return cls(
            _text(variables, "HOST", "127.0.0.1"),
            _port(variables),
            transport,
            _folder(variables, transport),
            Key(_size(variables), _choice(variables, "USERS_PATTERN", PATTERNS, PATTERN_NAMES)),
            _limit(variables),
        )


def _text(variables: Mapping[str, str], name: str, fallback: str) -> str:
    return variables.get(name, "").strip() or fallback


def _choice(variables: Mapping[str, str], name: str, choices: tuple[str, ...], expected: str) -> str:
    text = _text(variables, name, choices[0])
    if text not in choices:
        raise InvalidSettingError(name, text, expected)
    return text


def _port(variables: Mapping[str, str]) -> int:
    text = _text(variables, "PORT", "5000")
    if _PORT.fullmatch(text) is None or int(text) > _LARGEST_PORT:
        raise InvalidSettingError("PORT", text, f"a whole number from 1 to {_LARGEST_PORT}")
    return int(text)


def _size(variables: Mapping[str, str]) -> int:
    text = _text(variables, "USERS_SIZE", "256873")
    if not is_size(text):
        raise InvalidSettingError("USERS_SIZE", text, SIZES)
    return int(text)


def _limit(variables: Mapping[str, str]) -> int:
    text = _text(variables, "USERS_SHM_LIMIT", str(64 * 1024 * 1024))
    if _BYTES.fullmatch(text) is None:
        raise InvalidSettingError("USERS_SHM_LIMIT", text, "a whole number of bytes, such as 67108864")
    return int(text)


def _folder(variables: Mapping[str, str], transport: str) -> Path:
    text = _text(variables, "USERS_SHARED", "/dev/shm/users").rstrip("/")  # noqa: S108
    path = Path(text)
    # A path leaves out what stands for nothing, such as the dot of /a/./b.
    if _FOLDER.fullmatch(text) is None or len(text) > _LONGEST_FOLDER or ".." in path.parts or str(path) != text:
        expected = f"an absolute path of letters, digits, dots, dashes and underscores, {_LONGEST_FOLDER} bytes at most"
        raise InvalidSettingError("USERS_SHARED", text, expected)
    if transport in _NAMED and path.parent != SEGMENTS:
        expected = f"a folder in {SEGMENTS} for the transport {transport}, whose segments are there and carry its name"
        raise InvalidSettingError("USERS_SHARED", text, expected)
    return path
