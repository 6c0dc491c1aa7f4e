"""What workers write to the cache of compilations that they share."""

from __future__ import annotations

from pathlib import Path

import pytest
from jax._src.lru_cache import LRUCache

from flaxdrills.worker.compilations import _WholeFiles


def test_what_is_put_there_is_found_by_jax_itself_and_is_nobody_elses(tmp_path: Path) -> None:
    shared = LRUCache(str(tmp_path), max_size=-1)
    _WholeFiles(shared).put("jit_f", b"compiled")
    assert shared.get("jit_f") == _WholeFiles(shared).get("jit_f") == b"compiled"
    assert [path.stat().st_mode & 0o777 for path in tmp_path.iterdir()] == [0o600]


def test_a_torn_file_is_replaced(tmp_path: Path) -> None:
    shared = LRUCache(str(tmp_path), max_size=-1)
    shared.put("jit_f", b"")
    _WholeFiles(shared).put("jit_f", b"compiled")
    assert shared.get("jit_f") == b"compiled"


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: str, target: Path) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="No space left"):
        _WholeFiles(LRUCache(str(tmp_path), max_size=-1)).put("jit_f", b"compiled")
    assert list(tmp_path.iterdir()) == []
