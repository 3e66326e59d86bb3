"""Bodies: made once for a revision, and kept within a limit."""

import xxhash

from users_data.bodies import Bodies
from users_data.key import Key

SMALL = Key(1024, "repetitive")
OTHER = Key(1024, "random")


def test_a_body_is_made_once_for_a_revision() -> None:
    bodies = Bodies()
    first = bodies.current(SMALL)
    assert bodies.current(SMALL) is first
    bodies.revision = 2
    second = bodies.current(SMALL)
    assert (first.revision, second.revision) == (1, 2)
    assert first.data != second.data


def test_an_answer_tells_checksum_and_revision() -> None:
    body = Bodies().current(SMALL)
    headers = dict(body.answer.start["headers"])
    assert headers[b"x-checksum"] == b"xxh3-128=" + xxhash.xxh3_128_hexdigest(body.data).encode()
    assert headers[b"x-revision"] == b"1"
    assert headers[b"content-length"] == b"1024"


def test_what_was_asked_for_least_recently_goes_first() -> None:
    bodies = Bodies(limit=4096)
    kept, gone = bodies.current(SMALL), bodies.current(OTHER)
    bodies.current(SMALL)
    bodies.current(Key(1030, "random"))
    assert bodies.current(SMALL) is not kept or bodies.current(OTHER) is not gone
    assert bodies.current(OTHER).data == gone.data


def test_a_body_beyond_the_limit_is_served_all_the_same() -> None:
    assert len(Bodies(limit=1).current(SMALL).data) == 1024
