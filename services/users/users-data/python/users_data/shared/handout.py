"""Hands the descriptors of snapshots to readers, over a Unix socket.

A request is a line of JSON that names a size and a pattern, ``{"size":…,"pattern":…,"generation":…}``. The answer is a
line of JSON, the announcement of the current snapshot, and its descriptor comes with it. The generation is the least
that the reader wants: what is current has it, or a higher one. A connection may ask many times.

A refusal is ``{"error":…,"reason":…}``: a sentence for people and a word for programs. The reason ``generation_gone``
says that this writer does not have the generation, so that another signal may help. It helps with no other reason:
``invalid_parameter``, ``reader_foreign``, and those of a writer that cannot write, such as ``shared_memory_full``.
"""

import asyncio
import json
import logging
import os
import socket
import struct
from contextlib import suppress
from typing import Any

from users_data.answer import encoded
from users_data.key import PATTERNS, Key, is_size
from users_data.problem import Problem, ProblemError
from users_data.shared.publisher import Publisher
from users_data.shared.snapshot import Snapshot

_LOG = logging.getLogger(__name__)

_EXAMPLE = '{"size":256873,"pattern":"repetitive","generation":1}'
_LONGEST_REQUEST = 1024
_AFTER_FAILURE_SECONDS = 0.1
_PEER = struct.Struct("3i")


class Handout:
    """Answers the readers that connect to a listening socket, between two steps of the event loop."""

    def __init__(self, publisher: Publisher, listener: socket.socket) -> None:
        self._publisher = publisher
        self._listener = listener
        self._listener.setblocking(False)
        # Each connection, and what it has sent of a line that has not ended yet.
        self._waiting: dict[socket.socket, bytes] = {}

    def begin(self) -> None:
        """Serve as long as the event loop runs."""
        asyncio.get_running_loop().add_reader(self._listener, self._accept)

    def end(self) -> None:
        """End all connections."""
        asyncio.get_running_loop().remove_reader(self._listener)
        for peer in list(self._waiting):
            self._leave(peer)

    def _accept(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            peer, _ = self._listener.accept()
        except BlockingIOError:
            return
        except OSError as failed:
            _LOG.warning("a reader cannot be accepted: %s", failed.strerror)
            loop.remove_reader(self._listener)
            loop.call_later(_AFTER_FAILURE_SECONDS, self.begin)
            return
        peer.setblocking(False)
        self._waiting[peer] = b""
        is_ours = _user(peer) == os.geteuid()
        loop.add_reader(peer, self._read if is_ours else self._turn_away, peer)

    def _turn_away(self, peer: socket.socket) -> None:
        """Take what another user asks, so that its sending does not fail and it reads why it gets nothing."""
        with suppress(OSError):
            peer.recv(_LONGEST_REQUEST)
        self._refuse(peer, "reader_foreign", "Only the user of this service may read.")

    def _read(self, peer: socket.socket) -> None:
        try:
            more = peer.recv(_LONGEST_REQUEST)
            *lines, rest = (self._waiting[peer] + more).split(b"\n")
            for line in lines:
                self._answer(peer, line)
        except OSError:
            # It went away, or takes no answer; it may connect again.
            more = b""
        if not more:
            self._leave(peer)
        elif len(rest) > _LONGEST_REQUEST:
            self._refuse(peer, "invalid_parameter", f"The request is longer than {_LONGEST_REQUEST} bytes.")
        else:
            self._waiting[peer] = rest

    def _answer(self, peer: socket.socket, line: bytes) -> None:
        try:
            snapshot = self._wanted(line)
        except ProblemError as refused:
            peer.send(_error(refused.problem.reason, refused.problem.detail))
            return
        socket.send_fds(peer, [snapshot.text + b"\n"], [snapshot.descriptor])

    def _wanted(self, line: bytes) -> Snapshot:
        key, generation = _request(line)
        snapshot = self._publisher.publish(key)
        current = snapshot.announcement.generation
        if current < generation:
            detail = f"Generation {generation} is not here: the current one is {current}."
            raise ProblemError(Problem.unavailable("generation_gone", detail))
        return snapshot

    def _refuse(self, peer: socket.socket, reason: str, sentence: str) -> None:
        with suppress(OSError):
            peer.send(_error(reason, sentence))
        self._leave(peer)

    def _leave(self, peer: socket.socket) -> None:
        asyncio.get_running_loop().remove_reader(peer)
        del self._waiting[peer]
        peer.close()


def _user(peer: socket.socket) -> int:
    _, user, _ = _PEER.unpack(peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _PEER.size))
    return int(user)


def _request(line: bytes) -> tuple[Key, int]:
    try:
        request: Any = json.loads(line)
    except (ValueError, RecursionError):
        request = None
    given = request if isinstance(request, dict) else {}
    size, pattern, generation = given.get("size"), given.get("pattern"), given.get("generation")
    if type(size) is int and is_size(str(size)) and pattern in PATTERNS and type(generation) is int:
        return Key(size, pattern), generation
    raise ProblemError(Problem.invalid(f"Expected a line such as {_EXAMPLE}."))


def _error(reason: str, sentence: str) -> bytes:
    return encoded({"error": sentence, "reason": reason}) + b"\n"
