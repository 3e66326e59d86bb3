"""Hands the descriptors of snapshots to readers, over a Unix socket.

A request is a line of JSON that names a size and a pattern, ``{"size":…,"pattern":…,"generation":…}``. The answer is a
line of JSON, the announcement of the current snapshot, and its descriptor comes with it; or it is ``{"error":…}``. The
generation is the least that the reader wants: what is current has it, or a higher one. A connection may ask many times.
"""

import asyncio
import json
import logging
import os
import socket
import struct
from typing import Any

from users_data.answer import encoded
from users_data.key import PATTERNS, Key, is_size
from users_data.problem import ProblemError
from users_data.shared.publisher import Publisher

_LOG = logging.getLogger(__name__)

_LONGEST_REQUEST = 1024
_IDLE_SECONDS = 60.0
_AFTER_FAILURE_SECONDS = 0.1
_PEER = struct.Struct("3i")


class Handout:
    """Answers the readers that connect to a listening socket, each in its order."""

    def __init__(self, publisher: Publisher, listener: socket.socket) -> None:
        self._publisher = publisher
        self._listener = listener
        self._listener.setblocking(False)

    async def serve(self) -> None:
        """Serve until cancelled."""
        loop = asyncio.get_running_loop()
        async with asyncio.TaskGroup() as talks:
            while True:
                try:
                    peer, _ = await loop.sock_accept(self._listener)
                except OSError as failed:
                    _LOG.warning("a reader cannot be accepted: %s", failed.strerror)
                    await asyncio.sleep(_AFTER_FAILURE_SECONDS)
                    continue
                talks.create_task(self._talk(peer))

    async def _talk(self, peer: socket.socket) -> None:
        with peer:
            peer.setblocking(False)
            try:
                if _user(peer) != os.getuid():
                    peer.send(_error("Only the user of this service may read."))
                    return
                await self._answer_all(peer)
            except (OSError, TimeoutError):
                # It went away, takes nothing or says nothing; it may connect again.
                return

    async def _answer_all(self, peer: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        waiting = b""
        while True:
            while b"\n" in waiting:
                line, waiting = waiting.split(b"\n", 1)
                self._answer(peer, line)
            if len(waiting) > _LONGEST_REQUEST:
                peer.send(_error(f"The request is longer than {_LONGEST_REQUEST} bytes."))
                return
            more = await asyncio.wait_for(loop.sock_recv(peer, _LONGEST_REQUEST), _IDLE_SECONDS)
            if not more:
                return
            waiting += more

    def _answer(self, peer: socket.socket, line: bytes) -> None:
        key = _key(line)
        if key is None:
            peer.send(_error('Expected a line such as {"size":256873,"pattern":"repetitive","generation":1}.'))
            return
        try:
            snapshot = self._publisher.publish(key)
        except ProblemError as refused:
            peer.send(_error(refused.problem.detail))
            return
        socket.send_fds(peer, [snapshot.announcement.encoded() + b"\n"], [snapshot.descriptor])


def _user(peer: socket.socket) -> int:
    _, user, _ = _PEER.unpack(peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _PEER.size))
    return int(user)


def _key(line: bytes) -> Key | None:
    try:
        request: Any = json.loads(line)
    except ValueError:
        return None
    if not isinstance(request, dict):
        return None
    size, pattern = request.get("size"), request.get("pattern")
    return Key(size, pattern) if type(size) is int and is_size(str(size)) and pattern in PATTERNS else None


def _error(sentence: str) -> bytes:
    return encoded({"error": sentence}) + b"\n"
