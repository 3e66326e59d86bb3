"""Forwards requests to the replicas of one upstream over pooled connections.

A request is tried on a second replica at most once: if no connection came about, for then nothing has been sent, or if
the exchange broke and the request may be repeated. An answer is passed on when all of it is there, so that nobody takes
half a body for a whole one.
"""

import math
from dataclasses import dataclass

import urllib3
from flask import Request, Response
from urllib3 import exceptions as failures

from shop_common.forward.headers import end_to_end
from shop_common.forward.outgoing import Outgoing
from shop_common.forward.problems import no_live_replica, of_failure
from shop_common.forward.replicas import Replica, Replicas
from shop_common.settings import Settings

_ATTEMPTS = 2
_LOWEST_FINAL_STATUS = 200
# The server that we run on writes these itself.
_WRITTEN_HERE = {"date", "server"}


@dataclass(frozen=True)
class ForwardOptions:
    """How long to wait for a connection and for each byte, how many connections to keep, and how long to eject."""

    connect_seconds: float
    read_seconds: float
    connections: int
    ejection_seconds: float

    @classmethod
    def of(cls, settings: Settings) -> "ForwardOptions":
        """Read the ``UPSTREAM_*`` settings."""
        return cls(
            settings.seconds("UPSTREAM_CONNECT_TIMEOUT", "1s"),
            settings.seconds("UPSTREAM_TIMEOUT", "5s"),
            settings.count("UPSTREAM_CONNECTIONS", 256),
            settings.seconds("UPSTREAM_EJECTION", "1s"),
        )


class Forwarder:
    """Forwards to one upstream, called by its name in problems."""

    def __init__(self, upstream: str, replicas: Replicas, options: ForwardOptions) -> None:
        self._upstream = upstream
        self._replicas = replicas
        self._connections = urllib3.PoolManager(
            maxsize=options.connections,
            block=True,
            retries=False,
            timeout=urllib3.Timeout(connect=options.connect_seconds, read=options.read_seconds),
        )
        self._queue_seconds = math.ceil(options.connect_seconds)

    @property
    def has_replicas(self) -> bool:
        """Whether any replica is known."""
        return not self._replicas.is_empty

    def forward(self, request: Request, stamp: dict[str, str]) -> Response:
        """Forward a request and give its answer, in every case.

        The stamp's headers, by lower-case name, replace the client's on the way up and the upstream's on the way down.
        """
        outgoing = Outgoing.of(request, stamp)
        problem = no_live_replica(self._upstream)
        tried: list[Replica] = []
        while len(tried) < _ATTEMPTS and (replica := self._replicas.begin(tried)) is not None:
            tried.append(replica)
            try:
                return self._exchange(replica, outgoing, stamp)
            except failures.HTTPError as cause:
                problem = of_failure(self._upstream, cause)
                if not self._may_go_on(replica, outgoing, cause):
                    break
            finally:
                self._replicas.end(replica)
        return problem.answer()

    def _may_go_on(self, replica: Replica, outgoing: Outgoing, cause: failures.HTTPError) -> bool:
        if isinstance(cause, failures.NewConnectionError | failures.ConnectTimeoutError):
            self._replicas.eject(replica)
            return True
        late = isinstance(cause, failures.TimeoutError | failures.EmptyPoolError)
        return outgoing.is_repeatable and not late

    def _exchange(self, replica: Replica, outgoing: Outgoing, stamp: dict[str, str]) -> Response:
        address = replica.address
        pool = self._connections.connection_from_host(address.host, address.port, "http")
        answer = pool.urlopen(
            outgoing.method,
            outgoing.target,
            body=outgoing.body,
            headers=outgoing.headers,
            redirect=False,
            chunked=outgoing.is_chunked,
            pool_timeout=self._queue_seconds,
            decode_content=False,
        )
        if answer.status < _LOWEST_FINAL_STATUS:
            answer.close()
            raise failures.ProtocolError(f"unasked interim response {answer.status}")
        headers = end_to_end(answer.headers.iteritems(), _WRITTEN_HERE | stamp.keys())
        # In a list the body leaves the length as the upstream gave it, which that of an answer to HEAD needs.
        return Response([answer.data], answer.status, headers)
