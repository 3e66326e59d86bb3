"""Payloads: of exactly the size that is asked for, valid, and of one revision in every record."""

import json
import zlib

import pytest

from users_data.key import Key
from users_data.payload import LARGEST_REVISION, Template

SIZES = [1024, 1025, 1100, 4096, 256873, 16 * 1024 * 1024]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("pattern", ["repetitive", "random"])
def test_a_payload_has_its_size_and_every_record_its_revision(size: int, pattern: str) -> None:
    payload = Template.of(Key(size, pattern)).at(7)
    document = json.loads(payload)
    assert len(payload) == size
    assert document["revision"] == "00000007"
    assert {user["revision"] for user in document["users"]} == {"00000007"}
    assert [user["id"] for user in document["users"]] == list(range(1, len(document["users"]) + 1))


@pytest.mark.parametrize("pattern", ["repetitive", "random"])
def test_every_small_size_is_met(pattern: str) -> None:
    assert all(len(Template.of(Key(size, pattern)).at(0)) == size for size in range(1024, 1500))


@pytest.mark.parametrize("pattern", ["repetitive", "random"])
def test_a_revision_changes_its_own_places_and_no_other(pattern: str) -> None:
    template = Template.of(Key(256873, pattern))
    first = template.at(1)
    assert first.replace(b"00000001", b"12345678") == template.at(12345678)
    assert first.count(b"00000001") == len(json.loads(first)["users"]) + 1


def test_the_largest_revision_fits() -> None:
    assert len(Template.of(Key(1024, "random")).at(LARGEST_REVISION)) == 1024


def test_the_same_is_the_same_anew() -> None:
    key = Key(5000, "random")
    assert Template.of(key).at(3) == Template.of(key).at(3)


def test_patterns_differ_in_how_well_they_compress() -> None:
    repetitive, random = (len(zlib.compress(Template.of(Key(256873, p)).at(1))) for p in ("repetitive", "random"))
    assert repetitive < 256873 // 20
    assert random > 256873 // 2
