"""Where a replica listens, and URLs as settings name them."""

import re
from dataclasses import dataclass
from typing import Self
from urllib.parse import SplitResult, urlsplit

MAX_PORT = 65535
HTTP_PORT = 80

_FORM = re.compile(r"(?:\[([^\]]+)]|([^:\[\]]+)):(\d{1,5})", re.ASCII)


@dataclass(frozen=True, order=True)
class Address:
    """Where one replica listens; the host is a name or an IP address, an IPv6 address without brackets."""

    host: str
    port: int

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read ``host:port`` or ``[ipv6]:port``; nothing for anything else."""
        parts = _FORM.fullmatch(text)
        if parts is None or not is_port(int(parts[3])):
            return None
        return cls(parts[1] or parts[2], int(parts[3]))

    @classmethod
    def parse_url(cls, text: str) -> Self | None:
        """Read the address out of a URL such as ``http://api-gateway:8080``; port 80 if it names none."""
        url = parse_url(text)
        if url is None or url.scheme != "http" or url.hostname is None:
            return None
        return cls(url.hostname, HTTP_PORT if url.port is None else url.port)

    def __str__(self) -> str:
        """Give the form that ``parse`` reads."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def is_port(number: int) -> bool:
    """Whether a number can be a TCP port that one connects to."""
    return 1 <= number <= MAX_PORT


def parse_url(text: str) -> SplitResult | None:
    """Read a URL that has a scheme and a host, and a port that is none or can be one; nothing for anything else."""
    try:
        url = urlsplit(text)
        sound = bool(url.scheme and url.hostname) and (url.port is None or is_port(url.port))
    except ValueError:
        return None
    return url if sound and not re.search(r"\s", text) else None
