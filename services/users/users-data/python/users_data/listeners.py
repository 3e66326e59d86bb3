"""Sockets that listen."""

import os
import socket
from pathlib import Path

# As many clients as may come at once.
_BACKLOG = 4096


class ListenError(Exception):
    """A socket cannot listen; its message is one sentence that says where and why."""


def listen_on_port(host: str, port: int) -> socket.socket:
    """Listen on a TCP port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as failed:
        raise ListenError(f"HOST {host} and PORT {port} cannot be listened on: {_reason(failed)}.") from failed


def listen_on_path(path: Path) -> socket.socket:
    """Listen on a Unix socket in a folder that only this user can enter."""
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listener.bind(str(path))
        path.chmod(0o600)
        listener.listen(_BACKLOG)
    except OSError as failed:
        listener.close()
        raise ListenError(f"The socket {path} cannot be listened on: {_reason(failed)}.") from failed
    return listener


def _reason(failed: OSError) -> str:
    return os.strerror(failed.errno) if failed.errno else str(failed)
