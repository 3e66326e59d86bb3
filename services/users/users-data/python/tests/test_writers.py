"""What writers leave behind, and who removes it."""

import os
from pathlib import Path

import pytest

from tests.running import SEGMENTS, left
from users_data.bodies import Bodies
from users_data.key import Key
from users_data.shared.folder import FolderError, SharedFolder
from users_data.shared.segment import SegmentPlace
from users_data.shared.snapshot import Writer
from users_data.shared.writers import Writers

DEAD = "00000000deadbeef"


def writers(shared: Path) -> Writers:
    return Writers(SharedFolder(shared))


def leave(shared: Path, writer: str = DEAD) -> None:
    """Leave what a killed writer leaves."""
    shared.mkdir(mode=0o700, exist_ok=True)
    for suffix in (".lock", ".fds", ".http", ".link"):
        (shared / f"{writer}{suffix}").touch()
    shared.joinpath("http.sock").symlink_to(f"{writer}.http")
    SEGMENTS.joinpath(f"{shared.name}.{writer}.3.0123abcd").touch(0o600)
    SEGMENTS.joinpath(f"{shared.name}.naive").touch(0o600)


def test_a_writer_leaves_nothing(shared: Path) -> None:
    with writers(shared).joined() as writer:
        assert sorted(entry.name for entry in shared.iterdir()) == [f"{writer}.lock"]
        SegmentPlace(Writer("segment", writer), f"{shared.name}.").make(1, Bodies().current(Key(1024, "random")))
        SEGMENTS.joinpath(f"{shared.name}.naive").touch(0o600)
        writers(shared).path_of(writer, ".http").touch()
        writers(shared).lead_to(writer, ".http")
        assert shared.joinpath("http.sock").exists()
    assert left(shared) == []


def test_the_next_writer_removes_what_a_killed_one_left(shared: Path) -> None:
    leave(shared)
    with writers(shared).joined() as writer:
        assert left(shared) == [shared.name]
        assert sorted(entry.name for entry in shared.iterdir()) == [f"{writer}.lock"]


def test_a_segment_goes_though_the_folder_of_its_writer_is_gone(shared: Path) -> None:
    SEGMENTS.joinpath(f"{shared.name}.{DEAD}.3.0123abcd").touch(0o600)
    with writers(shared).joined():
        assert left(shared) == [shared.name]


def test_what_a_living_writer_has_stays(shared: Path) -> None:
    with writers(shared).joined() as first:
        SEGMENTS.joinpath(f"{shared.name}.{first}.1.0123abcd").touch(0o600)
        SEGMENTS.joinpath(f"{shared.name}.naive").touch(0o600)
        with writers(shared).joined():
            assert left(shared) == [shared.name, f"{shared.name}.{first}.1.0123abcd", f"{shared.name}.naive"]
        assert left(shared) == [shared.name, f"{shared.name}.{first}.1.0123abcd", f"{shared.name}.naive"]
    assert left(shared) == []


def test_other_deployments_are_left_alone(shared: Path) -> None:
    endings = [f"-2.{DEAD}.1.0123abcd", f".x.{DEAD}.1.0123abcd", f".{DEAD}", f".{DEAD}.1", f".{DEAD}.x.0123abcd"]
    others = [f"{shared.name}{ending}" for ending in endings]
    for other in others:
        SEGMENTS.joinpath(other).touch(0o600)
    try:
        with writers(shared).joined():
            assert left(shared) == sorted([shared.name, *others])
    finally:
        for other in others:
            SEGMENTS.joinpath(other).unlink()


def test_what_is_no_file_of_this_user_is_left_alone(shared: Path, tmp_path: Path) -> None:
    link = SEGMENTS / f"{shared.name}.{DEAD}.1.0123abcd"
    link.symlink_to(tmp_path)
    with writers(shared).joined():
        assert link.is_symlink()


def test_the_folder_of_another_is_refused(shared: Path, tmp_path: Path) -> None:
    shared.symlink_to(tmp_path)
    try:
        with pytest.raises(FolderError, match="remove it, or choose another one"), writers(shared).joined():
            pytest.fail("It was believed.")
    finally:
        shared.unlink()


@pytest.mark.parametrize("mode", [0o755, 0o701, 0o777])
def test_a_folder_that_others_can_enter_is_refused(shared: Path, mode: int) -> None:
    shared.mkdir()
    shared.chmod(mode)
    with pytest.raises(FolderError, match="nobody else can enter"), writers(shared).joined():
        pytest.fail("It was believed.")


def test_a_folder_without_its_parent_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="is no folder"), writers(tmp_path / "missing" / "users").joined():
        pytest.fail("It was made.")


def test_a_folder_that_was_there_with_more_in_it_stays(shared: Path) -> None:
    shared.mkdir(mode=0o700)
    (shared / "note").touch()
    with writers(shared).joined():
        pass
    assert [entry.name for entry in shared.iterdir()] == ["note"]


def test_many_writers_come_and_go_at_once(shared: Path) -> None:
    children = []
    for _ in range(8):
        child = os.fork()
        if child == 0:
            os._exit(come_and_go(shared))
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 8
    assert left(shared) == []


def come_and_go(shared: Path) -> int:
    try:
        for _ in range(50):
            with writers(shared).joined() as writer:
                writers(shared).path_of(writer, ".http").touch()
                writers(shared).lead_to(writer, ".http")
                if not writers(shared).path_of(writer, ".lock").exists():
                    return 1
    except OSError:
        return 2
    return 0
