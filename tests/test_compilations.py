"""The bound of the compile cache."""

from __future__ import annotations

import os
from pathlib import Path

from flaxdrills.compilations import bound


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
    assert bound(tmp_path, 2) == 2
    assert [path.exists() for path in made] == [False, False, True, True, True, True]


def test_a_cache_within_its_bound_is_left_alone(tmp_path: Path) -> None:
    files(tmp_path, 4, 512)
    assert bound(tmp_path, 2) == 0


def test_nothing_is_kept_where_nothing_may_be(tmp_path: Path) -> None:
    files(tmp_path, 3, 1)
    assert bound(tmp_path, 0) == 3


def test_a_folder_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    assert bound(tmp_path / "nothing", 1) == 0
