"""Calls to io-simulator over connections that are kept, from any thread."""

import urllib3
from urllib3.exceptions import HTTPError, NewConnectionError
from urllib3.exceptions import TimeoutError as LateError

from slow_io_common.parameters import Delay
from slow_io_common.problem import UPSTREAM_BROKEN, UPSTREAM_TIMEOUT, ProblemError
from slow_io_common.settings import Settings

_OK = 200


class Upstream:
    """io-simulator, and the connections to it that this process keeps."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._connections = urllib3.connection_from_url(settings.upstream, maxsize=settings.connections, retries=False)

    def call(self, delay: Delay) -> None:
        """Wait for one answer."""
        timeout = urllib3.Timeout(self._settings.connect_timeout, delay.seconds + self._settings.timeout)
        try:
            answer = self._connections.request("GET", f"/slow-io?delay={delay.text}", timeout=timeout)
        except NewConnectionError as refused:
            raise ProblemError(UPSTREAM_BROKEN) from refused
        except LateError as late:
            raise ProblemError(UPSTREAM_TIMEOUT) from late
        except HTTPError as broken:
            raise ProblemError(UPSTREAM_BROKEN) from broken
        if answer.status != _OK:
            raise ProblemError(UPSTREAM_BROKEN)
