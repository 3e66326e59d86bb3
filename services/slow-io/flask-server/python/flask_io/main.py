"""The application that Gunicorn serves; each of its processes makes its own."""

import os

from flask_io.application import create_app
from slow_io_common.settings import Settings

app = create_app(Settings.of(os.environ))
