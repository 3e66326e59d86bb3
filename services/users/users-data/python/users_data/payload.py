"""The users: JSON of exactly as many bytes as are asked for, the same for the same size, pattern and revision."""

import string
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import shake_256
from typing import Self

from users_data.key import Key

LARGEST_REVISION = 99_999_999

# Stands for a revision of eight digits until the revision is known; no byte of JSON is zero.
_PLACE = bytes(8)
_HEAD = b'{"revision":"' + _PLACE + b'","users":['
_TAIL = b"]}"
_RECORD = b'{"revision":"' + _PLACE + b'","id":%d,"name":"%b","town":"%b","note":"%b"}'
_RECORD_END = b'"}'

# 64 letters that JSON writes as they are. No digit is among them, so that no text looks like a revision.
_LETTERS = (string.ascii_letters + " -_.:;,!?*()").encode()
_TO_LETTERS = _LETTERS * 4

_NOTE = b"Asked for again and again, and always the same: a text that is long enough to fill the record of a user."

# Gives so many bytes of text.
Text = Callable[[int], bytes]


@dataclass(frozen=True)
class Template:
    """A payload without its revision: what stands between the places where the revision belongs."""

    pieces: tuple[bytes, ...]

    @classmethod
    def of(cls, key: Key) -> Self:
        """Make the template of a size and a pattern."""
        return cls(tuple(_document(key.size, _text(key)).split(_PLACE)))

    def at(self, revision: int) -> bytes:
        """Give the payload of a revision; every user's record carries it, so that a torn payload can be told."""
        return (b"%08d" % revision).join(self.pieces)


def _document(size: int, text: Text) -> bytes:
    """Write as many records as fit; the note of the last one is as much longer as bytes are left."""
    records = [_record(1, text)]
    left = size - len(_HEAD) - len(_TAIL) - len(records[0])
    while len(record := b"," + _record(len(records) + 1, text)) <= left:
        records.append(record)
        left -= len(record)
    records[-1] = records[-1].removesuffix(_RECORD_END) + text(left) + _RECORD_END
    return b"".join((_HEAD, *records, _TAIL))


def _record(number: int, text: Text) -> bytes:
    return _RECORD % (number, text(16), text(12), text(len(_NOTE)))


def _text(key: Key) -> Text:
    return _random(key.size) if key.pattern == "random" else _repetitive


def _repetitive(length: int) -> bytes:
    return (_NOTE * (length // len(_NOTE) + 1))[:length]


def _random(size: int) -> Text:
    """Give letters that compress no better than 6 bits each; their order never changes."""
    letters = shake_256(b"users").digest(size * 2).translate(_TO_LETTERS)
    at = 0

    def following(length: int) -> bytes:
        nonlocal at
        at += length
        return letters[at - length : at]

    return following
