"""Run a service on Werkzeug's development server: one process, a new thread and a new connection for each request.

``python -m shop_common.werkzeug_server product_service``
"""

import argparse
import signal
import sys
from types import FrameType

from werkzeug.serving import make_server

from shop_common.service import prepared


def main() -> None:
    """Serve until SIGTERM or SIGINT, then take the announcement back."""
    parser = argparse.ArgumentParser(description="Runs a service of the shop on Werkzeug's development server.")
    parser.add_argument("service", help="its package, such as product_service")
    service = prepared(parser.parse_args().service)
    signal.signal(signal.SIGTERM, _stop)
    try:
        application = service.application()
        server = make_server(service.listener.host, service.listener.port, application, threaded=True)
        service.announce()
        sys.stderr.write(f"{service.name}: ready\n")
        server.serve_forever()
    finally:
        service.withdraw()


def _stop(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)


if __name__ == "__main__":
    main()
