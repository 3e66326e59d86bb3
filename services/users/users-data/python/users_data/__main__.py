"""Run users-data: ``python -m users_data``.

A bad setting is told in one sentence and ends it with 2. What else keeps it from serving ends it with 1.
"""

import logging
import os
import signal
import sys
from collections.abc import Callable
from typing import NoReturn

from users_data.listeners import ListenError
from users_data.service import Service
from users_data.settings import InvalidSettingError, Settings
from users_data.shared.folder import FolderError

INVALID = 2
CANNOT_SERVE = 1


def main() -> None:
    """Check the settings, then serve until SIGTERM or SIGINT."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    try:
        settings = Settings.of(os.environ)
    except InvalidSettingError as invalid:
        _end(str(invalid), INVALID)
    _on_signals(lambda: sys.exit(0))
    try:
        with Service(settings) as service:
            _on_signals(service.stop)
            service.run()
    except (FolderError, ListenError) as failed:
        _end(str(failed), CANNOT_SERVE)


def _on_signals(act: Callable[[], None]) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: act())


def _end(sentence: str, code: int) -> NoReturn:
    sys.stderr.write(f"users-data: {sentence}\n")
    sys.exit(code)


if __name__ == "__main__":
    main()
