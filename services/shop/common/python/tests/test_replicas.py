"""The choice among replicas."""

import random

from shop_common.address import Address
from shop_common.forward.replicas import Replicas

ONE, OTHER, THIRD = (Address("10.0.0.1", port) for port in (1, 2, 3))


def replicas(now: list[float], *addresses: Address) -> Replicas:
    known = Replicas(1.0, lambda: now[0], random.Random(7))
    known.update(addresses)
    return known


def test_of_two_the_less_busy_one_is_chosen() -> None:
    known = replicas([0.0], ONE, OTHER)
    busy = known.begin([])
    assert busy is not None
    for _ in range(10):
        idle = known.begin([])
        assert idle is not None
        assert idle is not busy
        known.end(idle)


def test_one_that_was_ejected_is_left_alone_for_a_while_unless_nothing_else_is_left() -> None:
    now = [0.0]
    known = replicas(now, ONE, OTHER)
    first = known.begin([])
    assert first is not None
    known.end(first)
    known.eject(first)
    second = known.begin([])
    assert second is not None
    assert second is not first
    assert known.begin([second]) is first
    now[0] = 1.0
    known.end(first)
    assert known.begin([]) is first


def test_one_that_stays_keeps_its_count() -> None:
    known = replicas([0.0], ONE)
    chosen = known.begin([])
    assert chosen is not None
    known.update([OTHER, ONE, THIRD])
    assert chosen.in_flight == 1
    known.update([])
    assert known.is_empty
    assert known.begin([]) is None
