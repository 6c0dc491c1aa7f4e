"""What is allowed so that all but something can be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flaxdrills.sandbox import readable_paths as module
from flaxdrills.sandbox.readable_paths import readable_paths


def allowed(*hidden: Path, needed: tuple[Path, ...] = ()) -> set[Path]:
    return set(readable_paths(hidden, needed))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in ("data/journal", "data/history", "data/solutions", "music"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "notes").write_text("x")
    (tmp_path / "link").symlink_to("music")
    return tmp_path


def test_what_lies_beside_the_way_is_allowed(home: Path) -> None:
    found = allowed(home / "data" / "journal", home / "data" / "history")
    assert {path for path in found if path.is_relative_to(home)} == {
        home / "music",
        home / "notes",
        home / "data" / "solutions",
    }
    assert Path("/usr") in found
    assert not found & {Path("/"), *home.parents, home}


def test_the_way_is_told_without_links_and_may_end_before_what_is_hidden(home: Path) -> None:
    (home / "music" / "other").mkdir()
    found = allowed(home / "link" / "journal" / "deep")
    assert {path for path in found if path.is_relative_to(home)} == {
        home / "data",
        home / "notes",
        home / "music" / "other",
    }


def test_what_is_hidden_stays_so_whatever_else_lies_in_it(home: Path) -> None:
    (home / "data" / "journal" / "old").mkdir()
    found = allowed(home / "data", home / "data" / "journal" / "old")
    assert {path for path in found if path.is_relative_to(home)} == {home / "music", home / "notes"}


def test_a_folder_with_very_much_in_it_is_allowed_whole(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MANY", 2)
    found = allowed(home / "data" / "journal")
    assert home in found
    assert not {home / "music", home / "notes"} & found


def test_what_is_mounted_from_a_server_is_not_touched_unless_it_is_needed(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "my share").mkdir()
    (home / "work").mkdir()
    mounts = home / "mountinfo"
    lines = (("my share", "fuse.sshfs"), ("work", "nfs4"), ("music", "ext4"))
    mounts.write_text(
        "".join(f"1 2 0:3 / {home}/{name} rw - {kind} server rw\n".replace("my ", "my\\040") for name, kind in lines)
    )
    monkeypatch.setattr(module, "_MOUNTS", mounts)
    found = allowed(home / "data" / "journal", needed=(home / "work" / "content",))
    assert {home / "my share", home / "work", home / "music"} & found == {home / "work", home / "music"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_cannot_be_listed_is_allowed_whole(home: Path) -> None:
    (home / "data").chmod(0o300)
    try:
        assert home / "data" in allowed(home / "data" / "journal")
    finally:
        (home / "data").chmod(0o700)
