"""How much lies in a folder, whatever is in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from flaxdrills.system.remove_folder import remove
from flaxdrills.worker.supervise import folder_usage
from flaxdrills.worker.supervise.folder_usage import folder_excess


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (folder := tmp_path / "folder").mkdir()
    yield folder
    remove(str(folder))


def make_deep(folder: Path, levels: int, *, beside: bool = False) -> None:
    """A file in folders in folders, with another folder beside each if that is wanted."""
    here = os.open(".", os.O_RDONLY)
    try:
        os.chdir(folder)
        for level in range(levels):
            if beside:
                os.mkdir(f"beside {level}")
            os.mkdir(f"deep {level}")
            os.chdir(f"deep {level}")
        Path("file").write_bytes(b"x" * 2**24)
    finally:
        os.fchdir(here)
        os.close(here)


def test_what_keeps_within_its_limits_is_no_excess(folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "a" / "file").write_bytes(b"x" * 2**20)
    with (folder / "sparse").open("wb") as file:
        file.truncate(2**40)
    assert folder_excess(str(folder), 3, 2**21) == ""
    assert folder_excess(str(folder), 2, 2**21) == "more than 2 files"
    assert folder_excess(str(folder), 3, 2**20) == "more than 1 MiB"
    assert folder_excess(str(folder), 3, 2**21, 2**21) == "more than 2 MiB"
    assert folder_excess(str(folder / "gone"), 0, 0) == ""


def test_a_file_of_many_names_counts_once_and_a_link_leads_nowhere(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "large").write_bytes(b"x" * 2**22)
    (folder / "link").symlink_to(tmp_path / "elsewhere")
    (folder / "file").write_bytes(b"x" * 2**20)
    for number in range(4):
        (folder / str(number)).hardlink_to(folder / "file")
    assert folder_excess(str(folder), 6, 3 * 2**19) == ""


def test_folders_in_folders_without_end_are_looked_into(folder: Path) -> None:
    make_deep(folder, 1100)
    assert folder_excess(str(folder), 1101, 2**25) == ""
    assert folder_excess(str(folder), 1100, 2**25) == "more than 1,100 files"
    assert folder_excess(str(folder), 1101, 2**24) == "more than 16 MiB"


def test_folders_that_would_all_have_to_be_open_are_too_many(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_usage, "_DEEPEST", 20)
    before = os.listdir("/proc/self/fd")
    make_deep(folder, 100, beside=True)
    assert folder_excess(str(folder), 4000, 2**30) == "folders in folders, more than 20 deep"
    assert os.listdir("/proc/self/fd") == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look into every folder")
def test_a_folder_that_nobody_may_look_into_is_looked_into(folder: Path) -> None:
    (folder / "locked").mkdir()
    (folder / "locked" / "file").write_bytes(b"x" * 2**21)
    (folder / "locked").chmod(0o300)
    assert folder_excess(str(folder), 10, 2**20) == "more than 1 MiB"
