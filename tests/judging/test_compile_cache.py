"""The trim of the compile cache, and what takes its place where it cannot be written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flaxdrills.judging.compile_cache import CompileCache, trim


def files(folder: Path, count: int, kib: int) -> list[Path]:
    """`count` files of `kib`, each used later than the one before."""
    made = []
    for number in range(count):
        path = folder / f"jit_{number}-cache"
        path.write_bytes(b"x" * kib * 1024)
        os.utime(path, (1000 + number, 1000))
        made.append(path)
    return made


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    made = files(tmp_path, 6, 512)
    assert trim(tmp_path, 2) == 2
    assert [path.exists() for path in made] == [False, False, True, True, True, True]


def test_a_cache_within_its_bound_is_left_alone(tmp_path: Path) -> None:
    files(tmp_path, 4, 512)
    assert trim(tmp_path, 2) == 0


def test_nothing_is_kept_where_nothing_may_be(tmp_path: Path) -> None:
    files(tmp_path, 3, 1)
    assert trim(tmp_path, 0) == 3


def test_a_folder_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    assert trim(tmp_path / "nothing", 1) == 0


def test_the_cache_is_private_and_kept(tmp_path: Path) -> None:
    (tmp_path / "xla").mkdir(mode=0o755)
    compilations = CompileCache(tmp_path / "xla", 1)
    assert compilations.open() == compilations.open() == tmp_path / "xla"
    assert (tmp_path / "xla").stat().st_mode & 0o777 == 0o700
    made = files(tmp_path / "xla", 3, 512)
    compilations.close()
    assert [path.exists() for path in made] == [False, True, True]
    assert compilations.fault == ""


def test_a_cache_that_nobody_opened_is_left_alone(tmp_path: Path) -> None:
    made = files(tmp_path, 3, 512)
    CompileCache(tmp_path, 1).close()
    assert all(path.exists() for path in made)


def test_where_nothing_can_be_kept_there_is_a_private_folder_for_a_while(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    compilations = CompileCache(tmp_path / "file" / "xla")
    folder = compilations.open()
    assert compilations.open() == folder != tmp_path / "file" / "xla"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert compilations.fault == (
        f"{tmp_path / 'file' / 'xla'} cannot be written (Not a directory). What is compiled is not kept, "
        "which costs time."
    )
    (folder / "jit_f-cache").write_bytes(b"x")
    compilations.close()
    assert not folder.exists()


def test_where_not_even_a_temporary_folder_can_be_made_that_is_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "file"))
    compilations = CompileCache(tmp_path / "file" / "xla")
    with pytest.raises(NotADirectoryError):
        compilations.open()
    compilations.close()
