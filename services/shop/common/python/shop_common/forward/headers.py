"""Which headers travel on.

Those meant for one connection only must not: the well-known ones and those that ``Connection`` nominates (RFC 9110,
section 7.6.1).
"""

from collections.abc import Iterable, Set

WELL_KNOWN = frozenset(
    {
        "connection",
        "expect",
        "http2-settings",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authentication-info",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
# Framing and routing stay in our hands, whatever a Connection header nominates.
_NEVER_NOMINATED = {"content-length", "host"}

Header = tuple[str, str]


def end_to_end(headers: Iterable[Header], besides: Set[str]) -> list[Header]:
    """Give the headers that may travel on, besides those with these names in lower case."""
    given = list(headers)
    left_out = WELL_KNOWN | _nominated(given) | besides
    return [(name, value) for name, value in given if name.lower() not in left_out]


def _nominated(headers: Iterable[Header]) -> set[str]:
    lists = (value for name, value in headers if name.lower() == "connection")
    names = {name.strip().lower() for value in lists for name in value.split(",")}
    return names - _NEVER_NOMINATED
