"""The journal while processes are killed, write at once, have no room, or have a clock that lies."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import resource
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from flaxdrills.journal.append_log import append_lines
from flaxdrills.journal.journal import EntryKind, Journal, JournalError
from flaxdrills.progress import journal_reader
from flaxdrills.progress.live_progress import LiveProgress
from flaxdrills.progress.progress_accumulator import progress_of
from flaxdrills.progress.streak import Streak
from tests.journal.damaged_journal import PROBLEM, STUB, TEXTS, progress_at, workspace_at

ROOT = Path(__file__).parents[2]


def start(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.journal.damaged_journal", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def said_by(process: subprocess.Popen[str]) -> list[str]:
    out, _ = process.communicate(timeout=600)
    assert process.returncode == 0
    said: list[str] = json.loads(out)
    return said


@contextlib.contextmanager
def full_disk() -> Iterator[None]:
    """While this lasts, no file of this process can grow beyond nothing."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.process
def test_500_kills_lose_nothing_that_was_said_to_be_recorded_and_hurt_nothing_else(tmp_path: Path) -> None:
    said = said_by(start("kill", tmp_path, 500))
    assert len(said) > 600
    journal, live = progress_at(tmp_path)
    record = journal.read()
    recorded = {entry.id for entry in record.entries}
    assert set(said) <= recorded
    assert len(record.faults) <= 500
    live.refresh()
    assert live.progress() == progress_of(record.entries)
    # Whoever is killed in the middle of a reset finds the stub when they open the problem again.
    assert workspace_at(tmp_path).open(PROBLEM, STUB).read_text() == STUB
    kept = [path for path in (tmp_path / "history" / PROBLEM.id).iterdir() if not path.name.startswith(".")]
    assert kept
    # A name that was held for a file is empty until the file is moved there.
    assert {path.read_text() for path in kept} <= {*TEXTS, ""}
    journal.append(EntryKind.OPENED, PROBLEM.id)
    live.refresh()
    assert live.progress() == progress_of(journal.read().entries)


@pytest.mark.process
def test_two_apps_and_ten_checks_at_once_on_one_home_lose_nothing(tmp_path: Path) -> None:
    apps = [start("app", tmp_path, name, 150) for name in ("a", "b")]
    checks = [start("app", tmp_path, f"check-{number}", 1) for number in range(10)]
    said = [entry_id for process in (*apps, *checks) for entry_id in said_by(process)]
    journal, live = progress_at(tmp_path)
    record = journal.read()
    assert len(said) == 310
    assert record.faults == ()
    assert {entry.id for entry in record.entries} == set(said)
    live.refresh()
    assert live.progress() == progress_of(record.entries)
    for name in ("a", "b"):
        own = [entry.fields["number"] for entry in record.entries if entry.problem == name]
        assert own == list(range(150))


def test_what_a_full_disk_kept_from_the_journal_is_there_once_there_is_room(tmp_path: Path) -> None:
    journal, live = progress_at(tmp_path)
    journal.append(EntryKind.OPENED, "first")
    with full_disk():
        for problem in ("second", "third"):
            with pytest.raises(JournalError, match=r"File too large.*Free some space"):
                journal.append(EntryKind.OPENED, problem)
        with pytest.raises(JournalError, match="Free some space"):
            journal.settle()
        assert [entry.problem for entry in journal.waiting] == ["second", "third"]
        assert "Free some space" in journal.trouble
    journal.append(EntryKind.OPENED, "fourth")
    assert (journal.waiting, journal.trouble) == ((), "")
    record = journal.read()
    assert [entry.problem for entry in record.entries] == ["first", "second", "third", "fourth"]
    assert record.faults == ()
    live.refresh()
    assert len(live.progress().problems) == 4


def test_a_full_disk_when_a_snapshot_is_due_is_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_reader, "_SMALLEST_CACHE", 0)
    journal, live = progress_at(tmp_path)
    journal.append(EntryKind.OPENED, "first")
    with full_disk():
        live.refresh()
    assert list((tmp_path / "cache").iterdir()) == []
    assert live.progress() == progress_of(journal.read().entries)


def test_a_read_only_home_is_read_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_reader, "_SMALLEST_CACHE", 0)
    journal, live = progress_at(tmp_path)
    journal.append(EntryKind.OPENED, "first")
    opened = os.open

    def read_only(path: str, flags: int, mode: int = 0o777) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), path)
        return opened(path, flags, mode)

    with monkeypatch.context() as mounted:
        mounted.setattr(os, "open", read_only)
        live.refresh()
        with pytest.raises(JournalError, match=r"Read-only file system. Make it writable, or set FLAXDRILLS_HOME"):
            journal.append(EntryKind.OPENED, "second")
        live.refresh()
        assert set(live.progress().problems) == {"first", "second"}
    journal.settle()
    assert [entry.problem for entry in journal.read().entries] == ["first", "second"]


def test_a_line_behind_one_that_another_process_could_not_finish_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other's write comes between the look at the end of the file and our own write."""
    journal = Journal(tmp_path / "journal", machine="here")
    journal.append(EntryKind.OPENED, "first")
    looked = os.pread
    looks: list[int] = []

    def other_first(fd: int, size: int, place: int) -> bytes:
        end = looked(fd, size, place)
        looks.append(place)
        if len(looks) == 1:
            with journal.file.open("ab") as file:
                file.write(b'{"v":1,"id":"cut o')
        return end

    monkeypatch.setattr(os, "pread", other_first)
    journal.append(EntryKind.OPENED, "second")
    journal.append(EntryKind.OPENED, "third")
    record = journal.read()
    assert [entry.problem for entry in record.entries] == ["first", "second", "third"]
    assert len(record.faults) == 1


def test_lines_that_are_added_to_a_file_without_an_end_are_whole(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"torn")
    append_lines(file, b"one\ntwo\n")
    append_lines(file, b"three\n")
    assert file.read_bytes() == b"torn\none\ntwo\nthree\n"


TOKYO = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    "wrong",
    [
        datetime(1970, 1, 1, tzinfo=TOKYO),
        datetime(1, 1, 1, tzinfo=TOKYO),
        datetime(1980, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, tzinfo=timezone(-timedelta(hours=9))),
        datetime(2099, 1, 1, tzinfo=TOKYO),
    ],
    ids=lambda at: f"{at:%Y%z}",
)
def test_a_clock_that_jumps_costs_nothing(tmp_path: Path, wrong: datetime) -> None:
    right = datetime(2026, 3, 10, 12, tzinfo=TOKYO)
    times = [right, wrong, right + timedelta(hours=1), right + timedelta(days=1)]
    journal = Journal(tmp_path, lambda: times.pop(0), "here")
    live = LiveProgress(journal, None)
    live.refresh()
    for problem in ("a", "b", "a", "c"):
        live.add(journal.append(EntryKind.ATTEMPT, problem, verdict="passed"))
    assert journal.read().faults == ()
    assert live.progress() == progress_of(journal.read().entries)
    assert live.progress().attempts == 4
    assert live.progress().solved == 3
    assert live.progress().streak(right + timedelta(days=1)).current == 2


def test_a_clock_that_jumps_back_an_hour_neither_breaks_the_streak_nor_forgets_a_pass(tmp_path: Path) -> None:
    noon = datetime(2026, 3, 10, 12, tzinfo=UTC)
    times = [noon, noon - timedelta(hours=1), noon - timedelta(minutes=59)]
    journal = Journal(tmp_path, lambda: times.pop(0), "here")
    for problem, verdict in (("a", "passed"), ("a", "failed"), ("b", "passed")):
        journal.append(EntryKind.ATTEMPT, problem, verdict=verdict)
    progress = progress_of(journal.read().entries)
    assert (progress.solved, progress.streak(noon)) == (2, Streak(1, 1))


NEWER = (
    b'{"v":7,"id":"n1","at":"2030-01-01T00:00:00Z","offset_min":0,"kind":"dreamt","problem":"p","depth":[1]}\n'
    b'{"v":7,"id":"n2","at":[2030,1],"kind":"dreamt","problems":["p","q"]}\n'
    b'{"v":7,"id":"n3","at":"2030-01-02T00:00:00Z","offset_min":0,"kind":"attempt","problem":"p","verdict":"odd"}\n'
)


def test_a_journal_of_a_newer_version_is_kept_to_the_byte_and_read_as_far_as_it_is_known(tmp_path: Path) -> None:
    journal = Journal(tmp_path, machine="here")
    journal.file.write_bytes(NEWER)
    live = LiveProgress(journal, None)
    live.refresh()
    assert live.progress().problem("p").attempts == 1
    assert live.faults == (f"{journal.file}, line 2, is skipped and kept: a newer flaxdrills wrote it.",)
    journal.append(EntryKind.OPENED, "p")
    assert journal.file.read_bytes().startswith(NEWER)


def test_a_line_damaged_in_the_middle_costs_that_line(tmp_path: Path) -> None:
    journal = Journal(tmp_path, machine="here")
    for number in range(3):
        journal.append(EntryKind.ATTEMPT, f"p{number}", verdict="passed")
    data = journal.file.read_bytes()
    middle = len(data) // 2
    damaged = data[:middle] + b"\x00\xff\x00" + data[middle + 3 :]
    journal.file.write_bytes(damaged)
    live = LiveProgress(journal, None)
    live.refresh()
    assert set(live.progress().problems) == {"p0", "p2"}
    assert len(live.faults) == 1
    journal.append(EntryKind.OPENED, "p3")
    assert journal.file.read_bytes().startswith(damaged)


@pytest.mark.parametrize("name", ["a-pipe.jsonl", "a-socket.jsonl", "a-folder.jsonl", "a-device.jsonl", "a-link.jsonl"])
def test_what_is_no_file_is_not_waited_for_and_the_others_are_read(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    journal = Journal(tmp_path, machine="here")
    entry = journal.append(EntryKind.ATTEMPT, "p", verdict="passed")
    if "pipe" in name:
        os.mkfifo(name)
    elif "socket" in name:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(name)
    elif "folder" in name:
        os.mkdir(name)
    else:
        os.symlink("/dev/zero" if "device" in name else "nowhere", name)
    live = LiveProgress(journal, None)
    live.refresh()
    assert [one.id for one in journal.read().entries] == [entry.id]
    assert [one.id for one in journal.last()] == [entry.id]
    assert live.progress().solved == 1
    [fault] = live.faults
    assert fault.startswith(f"{tmp_path / name} cannot be read: ")
    assert fault.endswith(" What it records is left out.")


def test_a_file_that_is_none_any_more_is_written_nothing(tmp_path: Path) -> None:
    """What goes into a pipe would be said to be recorded, and be lost."""
    journal = Journal(tmp_path, machine="here")
    os.mkfifo(journal.file)
    with pytest.raises(JournalError, match=r"could not be recorded in .*: It is a pipe, not a file on disk\."):
        journal.append(EntryKind.OPENED, "p")
    journal.file.unlink()
    journal.settle()
    assert [entry.problem for entry in journal.read().entries] == ["p"]
