"""Run a server on good settings: ``python -m slow_io_common.serve gunicorn --workers 4 flask_io.main:app``.

A bad setting is told in one sentence and ends it with 2, before a server starts. What is started is the server's own
program with the words that follow it. Gunicorn and Uvicorn replace a worker that dies; they take this process' place.
Hypercorn ends as a whole then, so it stays in this process, which starts it again.
"""

import logging
import os
import sys
from typing import NoReturn

from slow_io_common.settings import InvalidSettingError, Settings

INVALID = 2

_SERVERS = ("gunicorn", "hypercorn", "uvicorn")


def main(words: list[str]) -> NoReturn:
    """Check, then serve."""
    if not words or words[0] not in _SERVERS:
        _refuse(f"the first word names the server: expected one of {', '.join(_SERVERS)}.")
    try:
        Settings.of(os.environ)
    except InvalidSettingError as invalid:
        _refuse(str(invalid))
    server, *options = words
    if server == "hypercorn":
        _keep_hypercorn(options)
    os.execv(sys.executable, [sys.executable, "-m", server, *options])  # noqa: S606


def _keep_hypercorn(options: list[str]) -> NoReturn:
    """Only where it is asked for, for the import takes a while."""
    from hypercorn.__main__ import main as hypercorn  # noqa: PLC0415

    from slow_io_common.keeping import Keeping  # noqa: PLC0415

    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    sys.exit(Keeping.of_this_process().keep(lambda: hypercorn(options)))


def _refuse(sentence: str) -> NoReturn:
    sys.stderr.write(f"slow-io: {sentence}\n")
    sys.exit(INVALID)


if __name__ == "__main__":
    main(sys.argv[1:])
