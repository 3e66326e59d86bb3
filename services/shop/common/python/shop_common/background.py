"""Work that is repeated beside the serving threads, as long as the process lives."""

import logging
import threading
from collections.abc import Callable

_LOG = logging.getLogger(__name__)


def repeat(name: str, seconds: float, work: Callable[[], object]) -> None:
    """Do the work again and again in a thread of its own, with a pause after each time."""
    pause = threading.Event()

    def run() -> None:
        while not pause.wait(seconds):
            try:
                work()
            except Exception:
                _LOG.exception("%s failed, and goes on", name)

    threading.Thread(target=run, name=name, daemon=True).start()
