"""Which snapshots are made, and which are kept."""

import errno
import os

import pytest

from users_data.bodies import Bodies, Body
from users_data.key import Key
from users_data.problem import ProblemError
from users_data.shared.publisher import MOST_SNAPSHOTS, Publisher
from users_data.shared.snapshot import Snapshot, Writer

SMALL = Key(1024, "repetitive")
OTHER = Key(1024, "random")


class Places:
    """Remembers which generations are there."""

    def __init__(self, generations: int = 1, kept_seconds: float = 0) -> None:
        self.generations = generations
        self.kept_seconds = kept_seconds
        self.there: list[int] = []
        self.fails_with = 0

    def size_of(self, body: Body) -> int:
        """Tell the size."""
        return len(body.data)

    def make(self, generation: int, body: Body) -> Snapshot:
        """Make one, or fail."""
        if self.fails_with:
            raise OSError(self.fails_with, os.strerror(self.fails_with))
        self.there.append(generation)
        announcement = Writer("memfd", "0" * 16).announce(generation, body, "name")
        return Snapshot(announcement, len(body.data), -1, lambda: self.there.remove(generation))


def revised(bodies: Bodies, publisher: Publisher, revision: int) -> int:
    bodies.revision = revision
    return publisher.publish(SMALL).announcement.generation


def test_a_revision_is_written_once() -> None:
    place = Places()
    publisher = Publisher(Bodies(), place, 4096)
    assert publisher.publish(SMALL) is publisher.publish(SMALL)
    assert place.there == [1]


@pytest.mark.parametrize(("generations", "there"), [(1, [6]), (4, [3, 4, 5, 6])])
def test_the_last_generations_of_a_key_stay(generations: int, there: list[int]) -> None:
    place, bodies = Places(generations), Bodies()
    publisher = Publisher(bodies, place, 100_000)
    assert [revised(bodies, publisher, revision) for revision in range(1, 7)] == [1, 2, 3, 4, 5, 6]
    assert place.there == there


def test_generations_count_over_all_keys_and_back_to_an_old_revision() -> None:
    bodies = Bodies()
    publisher = Publisher(bodies, Places(), 4096)
    assert publisher.publish(OTHER).announcement.generation == 1
    assert [revised(bodies, publisher, revision) for revision in (1, 2, 1)] == [2, 3, 4]


def test_what_was_asked_for_least_recently_goes_when_the_limit_is_reached() -> None:
    place = Places()
    publisher = Publisher(Bodies(), place, 2048)
    publisher.publish(SMALL)
    publisher.publish(OTHER)
    publisher.publish(SMALL)
    publisher.publish(Key(1025, "random"))
    assert place.there == [3]


def test_the_number_of_snapshots_is_limited_too() -> None:
    place = Places()
    publisher = Publisher(Bodies(), place, 1 << 30)
    for size in range(1024, 1024 + MOST_SNAPSHOTS + 3):
        publisher.publish(Key(size, "repetitive"))
    assert (len(place.there), place.there[0]) == (MOST_SNAPSHOTS, 4)


def test_more_than_the_limit_is_refused_and_drops_nothing() -> None:
    place = Places()
    publisher = Publisher(Bodies(), place, 1024)
    publisher.publish(SMALL)
    with pytest.raises(ProblemError) as refused:
        publisher.publish(Key(1025, "repetitive"))
    assert (refused.value.problem.status, refused.value.problem.reason) == (503, "shared_memory_full")
    assert refused.value.problem.detail == "The data takes 1025 bytes of shared memory, and USERS_SHM_LIMIT is 1024."
    assert place.there == [1]


def test_what_was_just_announced_stays_and_another_key_is_refused() -> None:
    place, now = Places(4, kept_seconds=1), [100.0]
    publisher = Publisher(Bodies(), place, 2048, lambda: now[0])
    publisher.publish(SMALL)
    publisher.publish(OTHER)
    now[0] += 0.9
    publisher.publish(SMALL)
    with pytest.raises(ProblemError) as refused:
        publisher.publish(Key(1025, "random"))
    assert (refused.value.problem.status, refused.value.problem.reason) == (503, "shared_memory_full")
    assert place.there == [1, 2]
    now[0] += 0.2
    with pytest.raises(ProblemError):
        publisher.publish(Key(1025, "random"))
    assert publisher.publish(Key(1024, "random")).announcement.generation == 3
    assert place.there == [1, 3]


def test_what_a_newer_one_replaces_goes_at_any_time() -> None:
    place, bodies = Places(4, kept_seconds=1), Bodies()
    publisher = Publisher(bodies, place, 1024, lambda: 100.0)
    assert [revised(bodies, publisher, revision) for revision in (1, 2, 3)] == [1, 2, 3]
    assert place.there == [3]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "shared_memory_full"),
        (errno.ENOMEM, "shared_memory_full"),
        (errno.EMFILE, "shared_memory_failed"),
    ],
)
def test_a_failure_is_told_and_the_next_request_tries_again(number: int, reason: str) -> None:
    place = Places()
    publisher = Publisher(Bodies(), place, 4096)
    place.fails_with = number
    with pytest.raises(ProblemError) as refused:
        publisher.publish(SMALL)
    assert (refused.value.problem.reason, os.strerror(number) in refused.value.problem.detail) == (reason, True)
    place.fails_with = 0
    assert publisher.publish(SMALL).announcement.revision == 1


def test_closing_drops_all() -> None:
    place, bodies = Places(4), Bodies()
    publisher = Publisher(bodies, place, 100_000)
    for revision in range(3):
        revised(bodies, publisher, revision)
    publisher.publish(OTHER)
    publisher.close()
    assert place.there == []
