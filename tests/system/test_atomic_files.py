"""Files that are there whole or not at all."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from flaxdrills.system.atomic_files import put_file, replace_file, replacing


@pytest.mark.parametrize("sync", [True, False])
def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path, sync: bool) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    replace_file(path, b"new", sync=sync)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_mode_is_the_one_that_is_asked_for(tmp_path: Path) -> None:
    replace_file(tmp_path / "file", b"", sync=False, mode=0o664)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o664


def test_what_is_there_stays_where_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    with pytest.raises(OSError, match="full"), replacing(path, sync=True) as file:
        file.write(b"half")
        raise OSError("full")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_there_is_not_put_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "file"
    put_file(path, b"first")
    put_file(path, b"second")
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]
