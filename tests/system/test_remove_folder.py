"""Folders go, whatever is in them."""

from __future__ import annotations

import os
from pathlib import Path

from flaxdrills.system.remove_folder import remove


def test_a_folder_goes_with_folders_in_folders_without_end(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / ".0" / "full").mkdir(parents=True)
    (folder / ".0" / "full" / "file").write_text("x")
    (kept := tmp_path / "kept").mkdir()
    (kept / "file").write_text("x")
    here = os.open(".", os.O_RDONLY)
    try:
        os.chdir(folder)
        for _ in range(1500):
            os.mkdir("a folder with a name")
            os.chdir("a folder with a name")
        Path("link").symlink_to(kept)
        Path("file").write_text("x")
        os.mkdir("locked", 0o000)
    finally:
        os.fchdir(here)
        os.close(here)
    remove(str(folder))
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
    assert (kept / "file").read_text() == "x"
    remove(str(folder))
