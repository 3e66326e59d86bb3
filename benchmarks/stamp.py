"""Copies its input line by line, and writes before each line the seconds since it began."""

import sys
import time

start = time.monotonic()
for line in sys.stdin:
    sys.stdout.write(f"{time.monotonic() - start:9.3f} {line}")
    sys.stdout.flush()
