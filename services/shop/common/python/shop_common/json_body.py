"""JSON as every variant of the shop writes it: without spaces, and the same bytes for the same values."""

import json
from collections.abc import Mapping

from flask import Response


def encoded(document: Mapping[str, object]) -> bytes:
    """Give the bytes of a document; its fields keep their order."""
    return json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode()


def answer(status: int, body: bytes) -> Response:
    """Give a whole JSON document as a response."""
    return Response(body, status, content_type="application/json")
