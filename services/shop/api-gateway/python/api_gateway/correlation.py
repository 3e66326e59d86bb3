"""The id that ties together what one request causes: the client's own if it is harmless, and otherwise a new one."""

import random
import re

HEADER = "x-correlation-id"

_HARMLESS = re.compile(r"[A-Za-z0-9._-]{1,64}")


def correlation_id(given: str | None, chance: random.Random) -> str:
    """Give the id of a request: 128 random bits in 32 hexadecimal digits if it brings none that may be kept."""
    if given is not None and _HARMLESS.fullmatch(given):
        return given
    return f"{chance.getrandbits(128):032x}"
