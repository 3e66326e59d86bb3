"""The application that Hypercorn or Uvicorn serves; each of their processes makes its own."""

import os

from quart_io.application import create_app
from slow_io_common.settings import Settings

app = create_app(Settings.of(os.environ))
