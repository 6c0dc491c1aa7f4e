"""A lock on a folder."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from flaxdrills.journal import folder_lock as module
from flaxdrills.journal.folder_lock import folder_lock


def is_free(folder: Path) -> bool:
    fd = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(fd)
    return True


def test_the_folder_is_held_until_the_end(tmp_path: Path) -> None:
    with folder_lock(tmp_path):
        assert not is_free(tmp_path)
    assert is_free(tmp_path)


def test_who_holds_it_for_long_keeps_nobody_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WAIT_S", 0.05)
    with folder_lock(tmp_path), folder_lock(tmp_path):
        assert not is_free(tmp_path)


def test_a_folder_that_is_not_there_is_not_locked(tmp_path: Path) -> None:
    with folder_lock(tmp_path / "none"):
        assert list(tmp_path.iterdir()) == []
