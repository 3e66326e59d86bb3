"""Which replicas of a service live, as the registry last told.

A registry that was away may come back empty, before the replicas have announced themselves again. So for a grace period
after an absence the view only grows.
"""

from collections.abc import Callable, Iterable

from shop_common.address import Address


class RegistryView:
    """The replicas that live, by address."""

    def __init__(self, grace_seconds: float, clock: Callable[[], float]) -> None:
        self._grace_seconds = grace_seconds
        self._clock = clock
        self._trusted_from = clock()
        self.live: tuple[Address, ...] = ()

    def told(self, registered: Iterable[Address]) -> None:
        """Take over what the registry tells."""
        known = set(registered)
        if self._clock() < self._trusted_from:
            known.update(self.live)
        self.live = tuple(sorted(known))

    def registry_away(self) -> None:
        """Begin the grace period anew."""
        self._trusted_from = self._clock() + self._grace_seconds
