"""Payloads of the current revision, each made once."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Self

from xxhash import xxh3_128_hexdigest

from users_data.answer import Answer
from users_data.key import Key
from users_data.payload import Template

FIRST_REVISION = 1
_LIMIT = 64 * 1024 * 1024


@dataclass(frozen=True)
class Body:
    """A payload: its bytes, their checksum, and the answer that carries them over HTTP."""

    revision: int
    data: bytes
    checksum: str
    answer: Answer

    @classmethod
    def of(cls, revision: int, data: bytes) -> Self:
        """Sum it up, and make its answer."""
        checksum = f"xxh3-128={xxh3_128_hexdigest(data)}"
        headers = ((b"x-checksum", checksum.encode()), (b"x-revision", str(revision).encode()))
        return cls(revision, data, checksum, Answer.json(data, *headers))


@dataclass
class _Kept:
    """A template, and the body that was made of it last."""

    template: Template
    body: Body

    def size(self) -> int:
        return 2 * len(self.body.data)


class Bodies:
    """The bodies of all keys. Those that were asked for least recently go when all take more than ``limit`` bytes."""

    def __init__(self, limit: int = _LIMIT) -> None:
        self.revision = FIRST_REVISION
        self._limit = limit
        self._kept: OrderedDict[Key, _Kept] = OrderedDict()
        self._size = 0

    def current(self, key: Key) -> Body:
        """Give the body of the current revision."""
        kept = self._kept.get(key)
        if kept is None:
            return self._add(key)
        self._kept.move_to_end(key)
        if kept.body.revision != self.revision:
            kept.body = Body.of(self.revision, kept.template.at(self.revision))
        return kept.body

    def _add(self, key: Key) -> Body:
        template = Template.of(key)
        added = _Kept(template, Body.of(self.revision, template.at(self.revision)))
        while self._kept and self._size + added.size() > self._limit:
            self._size -= self._kept.popitem(last=False)[1].size()
        self._kept[key] = added
        self._size += added.size()
        return added.body
