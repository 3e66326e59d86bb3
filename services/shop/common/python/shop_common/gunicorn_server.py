"""Run a service on Gunicorn: processes that fork from a prepared one, each with a pool of threads.

``python -m shop_common.gunicorn_server --workers 2 --threads 4 product_service``
"""

import argparse
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.workers.base import Worker

from shop_common.service import Service, prepared

# Longer than clients keep a connection in their pool, so that they close it and not the server.
KEEP_ALIVE_SECONDS = 120


class GunicornServer(BaseApplication):
    """Gunicorn with the settings that do not depend on the machine."""

    def __init__(self, service: Service, workers: int, threads: int) -> None:
        self._service = service
        self._workers = workers
        self._threads = threads
        super().__init__()

    def load_config(self) -> None:
        """Set what differs from Gunicorn's defaults."""
        listener = self._service.listener
        host = f"[{listener.host}]" if ":" in listener.host else listener.host
        settings = {
            "bind": f"{host}:{listener.port}",
            "workers": self._workers,
            "threads": self._threads,
            "worker_class": "gthread",
            "keepalive": KEEP_ALIVE_SECONDS,
            "control_socket_disable": True,
            "post_worker_init": self._announce,
            "on_exit": self._withdraw,
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:  # noqa: ANN401
        """Make the application; each worker does so after it was forked, because threads do not survive a fork."""
        return self._service.application()

    def _announce(self, _worker: Worker) -> None:
        self._service.announce()

    def _withdraw(self, _arbiter: object) -> None:
        self._service.withdraw()


def main() -> None:
    """Serve until SIGTERM or SIGINT, then take the announcement back."""
    parser = argparse.ArgumentParser(description="Runs a service of the shop on Gunicorn.")
    parser.add_argument("--workers", type=int, required=True, help="processes")
    parser.add_argument("--threads", type=int, required=True, help="threads of each process")
    parser.add_argument("service", help="its package, such as product_service")
    options = parser.parse_args()
    GunicornServer(prepared(options.service), options.workers, options.threads).run()


if __name__ == "__main__":
    main()
