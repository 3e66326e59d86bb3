"""The replicas of one upstream, and the choice among them.

Of two drawn at random, the one with fewer requests in flight (Mitzenmacher, "The power of two choices in randomized
load balancing", 2001). A replica that could not be connected to is left alone for a while, unless nothing else is left.
"""

import random
import threading
from collections.abc import Callable, Collection, Iterable, Sequence

from shop_common.address import Address


class Replica:
    """One upstream replica as this process sees it: how busy it keeps it, and until when it leaves it alone."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self.in_flight = 0
        self.ejected_until = float("-inf")


class Replicas:
    """All replicas that are known; several threads may use it at once."""

    def __init__(self, ejection_seconds: float, clock: Callable[[], float], chance: random.Random) -> None:
        self._ejection_seconds = ejection_seconds
        self._clock = clock
        self._chance = chance
        self._change = threading.Lock()
        self._known: tuple[Replica, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is none at all."""
        return not self._known

    def update(self, addresses: Iterable[Address]) -> None:
        """Replace the addresses; a replica that stays keeps its count and its ejection."""
        with self._change:
            known = {replica.address: replica for replica in self._known}
            self._known = tuple(known.get(address) or Replica(address) for address in addresses)

    def begin(self, tried: Collection[Replica]) -> Replica | None:
        """Choose one that has not been tried, and count a request on it; an ejected one only if there is no other."""
        with self._change:
            untried = [replica for replica in self._known if replica not in tried]
            now = self._clock()
            willing = [replica for replica in untried if replica.ejected_until <= now]
            chosen = self._less_busy(willing or untried)
            if chosen is not None:
                chosen.in_flight += 1
            return chosen

    def end(self, replica: Replica) -> None:
        """Count a request as ended."""
        with self._change:
            replica.in_flight -= 1

    def eject(self, replica: Replica) -> None:
        """Leave a replica alone for a while."""
        replica.ejected_until = self._clock() + self._ejection_seconds

    def _less_busy(self, candidates: Sequence[Replica]) -> Replica | None:
        if not candidates:
            return None
        drawn = self._chance.sample(candidates, min(2, len(candidates)))
        return min(drawn, key=lambda replica: replica.in_flight)
