"""Data in shared memory: written once, never changed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from users_data.answer import Answer, encoded
from users_data.bodies import Body


@dataclass(frozen=True)
class Announcement:
    """What a reader must know to find a snapshot and to check it."""

    transport: str
    writer: str
    generation: int
    length: int
    checksum: str
    revision: int
    name: str

    def encoded(self) -> bytes:
        """Give it as JSON."""
        return encoded(vars(self))


@dataclass(frozen=True)
class Snapshot:
    """A body in shared memory.

    ``size`` is how many bytes it takes, ``descriptor`` the memory's descriptor where it has one (else -1), and ``drop``
    takes away what keeps it. Who has mapped it keeps it beyond that.
    """

    announcement: Announcement
    size: int
    descriptor: int
    drop: Callable[[], None]

    @cached_property
    def text(self) -> bytes:
        """The announcement as JSON."""
        return self.announcement.encoded()

    @cached_property
    def answer(self) -> Answer:
        """The answer that announces it over HTTP."""
        return Answer.json(self.text)


@dataclass(frozen=True)
class Writer:
    """A process that writes; ``ident`` is drawn at its start, so that no two ever share it."""

    transport: str
    ident: str

    def announce(self, generation: int, body: Body, name: str) -> Announcement:
        """Announce a body under a name."""
        return Announcement(self.transport, self.ident, generation, len(body.data), body.checksum, body.revision, name)
