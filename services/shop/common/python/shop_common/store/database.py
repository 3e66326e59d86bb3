"""The PostgreSQL database behind a bounded number of connections.

Every query answers or fails within its time limit. Whatever is wrong with the database itself becomes the problem
``database_unavailable``; an error that PostgreSQL reports about a statement stays an error of psycopg.
"""

import logging
import math
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from shop_common.address import parse_url
from shop_common.problem import Problem, ProblemError
from shop_common.settings import Settings, StartFailureError
from shop_common.store.pool import BoundedConnection, ConnectionPool

UNAVAILABLE = Problem(503, "database_unavailable", "The database cannot be reached; try again shortly.")

_LOG = logging.getLogger(__name__)
_SCHEMA = Path(__file__).with_name("schema.sql")
_RETRY_SECONDS = 0.2
_DEFAULT_PORT = 5432
# Classes of SQLSTATE: connection, authorization, no such database, resources, not ready, shutdown, system.
_UNAVAILABLE_CLASSES = {"08", "28", "3D", "53", "55", "57", "58"}

Row = tuple[Any, ...]


@dataclass(frozen=True)
class DatabaseOptions:
    """Where the database is, and how long and by how many connections at once it is asked."""

    url: str
    connections: int
    query_seconds: float
    start_seconds: float

    @classmethod
    def of(cls, settings: Settings) -> "DatabaseOptions":
        """Read ``POSTGRES_URL`` or ``DATABASE_URL``, ``DB_CONNECTIONS``, ``DB_TIMEOUT`` and ``START_TIMEOUT``."""
        return cls(
            settings.url("POSTGRES_URL", "DATABASE_URL", fallback="postgresql://shop:shop@postgres:5432/shop"),
            settings.count("DB_CONNECTIONS", 4),
            settings.seconds("DB_TIMEOUT", "2s"),
            settings.seconds("START_TIMEOUT", "30s"),
        )

    def connect(self) -> BoundedConnection:
        """Open a connection whose statements are transactions of their own."""
        seconds = max(2, math.ceil(self.query_seconds))
        connection = BoundedConnection.connect(self.url, autocommit=True, connect_timeout=seconds)
        connection.limit_seconds = self.query_seconds
        return connection


class Database:
    """A database; no connection is opened before the first query."""

    def __init__(self, options: DatabaseOptions) -> None:
        self._pool = ConnectionPool(options.connect, options.connections, options.query_seconds)

    def query(self, sql: str, arguments: dict[str, object] | None = None) -> list[Row]:
        """Run one statement and give its rows."""
        try:
            with self._pool.connection() as connection:
                return connection.execute(sql.encode(), arguments, prepare=True).fetchall()
        except (psycopg.Error, TimeoutError) as cause:
            if _is_about_the_statement(cause):
                raise
            _LOG.warning("the database does not answer: %s", _first_line(cause))
            raise ProblemError(UNAVAILABLE) from cause

    @property
    def is_reachable(self) -> bool:
        """Whether the database answers."""
        try:
            self.query("SELECT 1")
        except ProblemError:
            return False
        return True


def prepare(options: DatabaseOptions) -> None:
    """Wait until the database answers, then create and fill what is missing in it."""
    deadline = time.monotonic() + options.start_seconds
    while True:
        try:
            with options.connect() as connection:
                connection.execute(_SCHEMA.read_bytes())
        except psycopg.Error as cause:
            if time.monotonic() >= deadline:
                raise StartFailureError(_unreachable(options, cause)) from cause
            time.sleep(_RETRY_SECONDS)
        else:
            return


def _unreachable(options: DatabaseOptions, cause: Exception) -> str:
    url = parse_url(options.url)
    where = f"{url.hostname}:{url.port or _DEFAULT_PORT}{url.path}" if url else options.url
    return (
        f"the database at {where} did not answer within {round(options.start_seconds * 1000)} ms: {_first_line(cause)}"
    )


def _first_line(cause: Exception) -> str:
    return next(iter(str(cause).splitlines()), "no reason given")


def _is_about_the_statement(cause: Exception) -> bool:
    state = cause.sqlstate if isinstance(cause, psycopg.Error) else None
    return state is not None and state[:2] not in _UNAVAILABLE_CLASSES
