"""Which temporary folders are removed: those that are ours and that nobody holds."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from flaxdrills.system.temporary_folder import TemporaryFolder, remove_abandoned

GONE = 2**22 + 1
"""No process has that id."""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (folder := tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def left_behind(temporary: Path, pid: int = GONE, name: str = "abcdefgh") -> Path:
    """A folder of a process that was killed, with something in it."""
    (folder := temporary / f"flaxdrills-{pid}-{name}-held").mkdir(0o700)
    (folder / "deep").mkdir()
    (folder / "deep" / "file").write_text("")
    (folder / "deep").chmod(0)
    return folder


def test_what_nobody_holds_is_removed_whoever_has_the_number_of_its_process_now(temporary: Path) -> None:
    left_behind(temporary)
    left_behind(temporary, os.getpid())
    left_behind(temporary, 1)
    remove_abandoned()
    assert list(temporary.iterdir()) == []


def test_of_one_process_alone(temporary: Path) -> None:
    left_behind(temporary, 1)
    other = left_behind(temporary, 11)
    remove_abandoned(1)
    assert list(temporary.iterdir()) == [other]


def test_what_is_held_stays_until_it_is_removed(temporary: Path) -> None:
    folder = TemporaryFolder()
    assert Path(folder.path).parent == temporary
    assert Path(folder.path).stat().st_mode & 0o777 == 0o700
    remove_abandoned()
    remove_abandoned(os.getpid())
    assert list(temporary.iterdir()) == [Path(folder.path)]
    folder.remove()
    assert list(temporary.iterdir()) == []


def test_what_another_process_holds_stays_whatever_number_its_name_has(temporary: Path) -> None:
    """As of a process in a container, whose id means nothing here."""
    folder = left_behind(temporary)
    descriptor = os.open(folder, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    remove_abandoned()
    assert folder.exists()
    os.close(descriptor)
    remove_abandoned()
    assert not folder.exists()


def test_what_is_not_ours_stays(temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (mine := tmp_path / "mine").mkdir()
    (mine / "file").write_text("mine")
    for name in (
        *("flaxdrills-unrecorded-abcdefgh.jsonl", "flaxdrills-1-abcdefgh", "flaxdrills-1-abcdefgh-held-by-me"),
        *("flaxdrills-1-abcdefg-held", "flaxdrills-one-abcdefgh-held", "flaxdrills-1-ABCDEFGH-held"),
    ):
        (temporary / name).mkdir()
    (temporary / "flaxdrills-1-aaaaaaaa-held").symlink_to(mine)
    (temporary / "flaxdrills-1-bbbbbbbb-held").write_text("a file")
    os.mkfifo(temporary / "flaxdrills-1-cccccccc-held")
    there = sorted(temporary.iterdir())
    remove_abandoned()
    assert sorted(temporary.iterdir()) == there
    assert (mine / "file").read_text() == "mine"
    others = left_behind(temporary)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    remove_abandoned()
    assert others.exists()


def test_where_folders_cannot_be_locked_nothing_is_removed(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(descriptor: int, how: int) -> None:
        raise OSError(95, "Operation not supported")

    others = left_behind(temporary)
    monkeypatch.setattr(fcntl, "flock", fail)
    folder = TemporaryFolder()
    remove_abandoned()
    assert Path(folder.path).exists()
    assert others.exists()
    folder.remove()


def test_a_folder_for_folders_that_is_gone_is_done_without(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary / "gone"))
    folder = TemporaryFolder()
    assert Path(folder.path).parent == temporary
    folder.remove()


@pytest.mark.process
def test_a_kill_lets_go_of_it(temporary: Path) -> None:
    """Also where a process that was forked from it still runs, and has let go."""
    source = """
import os, signal, sys, tempfile, time
from flaxdrills.system.temporary_folder import TemporaryFolder
tempfile.tempdir = sys.argv[1]
folder = TemporaryFolder()
if os.fork() == 0:
    folder.let_go()
    print(os.getpid(), flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", source, str(temporary)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        child = int(process.stdout.readline())
        remove_abandoned()
        assert len(list(temporary.iterdir())) == 1
        process.kill()
    try:
        remove_abandoned()
        assert list(temporary.iterdir()) == []
    finally:
        os.kill(child, signal.SIGKILL)
