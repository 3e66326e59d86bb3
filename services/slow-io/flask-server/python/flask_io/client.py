"""Whether the client that asked is still there: a thread that works for nobody is missed by others."""

import select
import socket
from collections.abc import Callable, Mapping
from typing import Any

Client = Callable[[], bool]


class ClientGoneError(Exception):
    """The client has closed its connection."""


def client_of(environ: Mapping[str, Any]) -> Client:
    """Give what tells whether the client has gone; behind a server other than Gunicorn it always says no."""
    connection = environ.get("gunicorn.socket")
    return (lambda: _is_closed(connection)) if isinstance(connection, socket.socket) else (lambda: False)


def _is_closed(connection: socket.socket) -> bool:
    """Look without waiting: a connection that is readable and has nothing to read was closed."""
    waiting = select.poll()
    waiting.register(connection, select.POLLIN)
    return bool(waiting.poll(0)) and _nothing_left(connection)


def _nothing_left(connection: socket.socket) -> bool:
    try:
        return connection.recv(1, socket.MSG_PEEK) == b""
    except OSError:
        return True
