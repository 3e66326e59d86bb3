"""Settings: understood or refused, never guessed."""

from pathlib import Path

import pytest

from users_data.key import Key
from users_data.settings import InvalidSettingError, Settings


def test_what_is_unset_or_blank_has_its_default() -> None:
    assert Settings.of({"USERS_SIZE": " ", "PORT": ""}) == Settings(
        "127.0.0.1", 5000, "memfd", Path("/dev/shm/users"), Key(256873, "repetitive"), 64 * 1024 * 1024
    )


def test_what_is_set_counts() -> None:
    given = {
        "HOST": "0.0.0.0",
        "PORT": "5001",
        "USERS_TRANSPORT": "segment",
        "USERS_SHARED": "/dev/shm/users-2/",
        "USERS_SIZE": "1024",
        "USERS_PATTERN": "random",
        "USERS_SHM_LIMIT": "4096",
    }
    assert Settings.of(given) == Settings(
        "0.0.0.0", 5001, "segment", Path("/dev/shm/users-2"), Key(1024, "random"), 4096
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "http"),
        ("USERS_TRANSPORT", "Memfd"),
        ("USERS_SHARED", "users"),
        ("USERS_SHARED", "/dev/shm/../users"),
        ("USERS_SHARED", "/dev/shm/two words"),
        ("USERS_SHARED", "/dev/./shm/users"),
        ("USERS_SHARED", "/dev/shm/."),
        ("USERS_SHARED", "/dev//shm/users"),
        ("USERS_SHARED", "/dev/shm/" + "u" * 77),
        ("USERS_SIZE", "1023"),
        ("USERS_SIZE", "16777217"),
        ("USERS_SIZE", "256 kB"),
        ("USERS_SIZE", "01024"),
        ("USERS_PATTERN", "noise"),
        ("USERS_SHM_LIMIT", "0"),
        ("USERS_SHM_LIMIT", "64M"),
    ],
)
def test_anything_else_is_refused_in_one_sentence(name: str, text: str) -> None:
    with pytest.raises(InvalidSettingError) as refused:
        Settings.of({name: text})
    assert str(refused.value).startswith(f'{name} is "{text}", but must be ')


@pytest.mark.parametrize("transport", ["segment", "naive"])
@pytest.mark.parametrize("folder", ["/run/users", "/dev/shm/a/b", "/dev/shm"])
def test_segments_are_named_after_a_folder_beside_them(transport: str, folder: str) -> None:
    with pytest.raises(InvalidSettingError) as refused:
        Settings.of({"USERS_TRANSPORT": transport, "USERS_SHARED": folder})
    expected = f"a folder in /dev/shm for the transport {transport}, whose segments are there and carry its name"
    assert str(refused.value) == f'USERS_SHARED is "{folder}", but must be {expected}.'


def test_sealed_memory_takes_any_folder() -> None:
    assert Settings.of({"USERS_SHARED": "/run/users"}).shared == Path("/run/users")


def test_a_folder_of_the_longest_name_has_room_for_its_sockets() -> None:
    longest = "/dev/shm/" + "u" * 76
    assert len(f"{Settings.of({'USERS_SHARED': longest}).shared}/{'0' * 16}.http") == 107
