"""What the journal adds up to, brought up to date bit by bit and kept in a snapshot."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from flaxdrills.journal.append_log import ReadPosition, read_on
from flaxdrills.journal.journal import EntryKind, Journal, JournalError
from flaxdrills.progress import journal_reader, progress_cache
from flaxdrills.progress.live_progress import LiveProgress
from flaxdrills.progress.problem_progress import Status
from flaxdrills.progress.progress_accumulator import Progress, progress_of

START = datetime(2026, 3, 10, 12, tzinfo=UTC)


class Home:
    """A journal with a snapshot beside it, and what was read of it."""

    def __init__(self, folder: Path) -> None:
        self.time = START
        self.journal = Journal(folder / "journal", self.clock, "here")
        self.file = self.journal.file
        self.snapshot = folder / "cache" / "journal.snapshot"
        self.read: list[int] = []

    def clock(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time

    def attempt(self, problem: str = "p", verdict: str = "failed", times: int = 1) -> None:
        for _ in range(times):
            self.journal.append(EntryKind.ATTEMPT, problem, verdict=verdict)

    def live(self, day_end: time = time(4)) -> LiveProgress:
        """As a start of the app finds it."""
        live = LiveProgress(self.journal, self.snapshot, day_end)
        self.read.clear()
        live.refresh()
        return live

    @property
    def truth(self) -> Progress:
        return progress_of(self.journal.read().entries)

    def file_of(self, machine: str) -> Path:
        return self.file.with_name(f"{machine}.jsonl")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home where every reading is followed by a snapshot, and lines that are read are counted."""
    home = Home(tmp_path)
    monkeypatch.setattr(journal_reader, "_SMALLEST_CACHE", 0)
    monkeypatch.setattr(journal_reader, "_SHARE", 10**9)

    def counting(path: Path, mark: ReadPosition, on_line: Callable[[int, bytes, bool], None]) -> ReadPosition | None:
        def hear(number: int, line: bytes, is_whole: bool) -> None:
            home.read.append(number)
            on_line(number, line, is_whole)

        return read_on(path, mark, hear)

    monkeypatch.setattr(journal_reader, "read_on", counting)
    return home


def test_a_start_with_a_snapshot_reads_only_what_came_after(home: Home) -> None:
    home.attempt(times=5)
    assert home.live().progress() == home.truth
    assert home.read == [1, 2, 3, 4, 5]
    home.attempt("q", "passed", times=2)
    assert home.live().progress() == home.truth
    assert home.read == [6, 7]
    assert home.live().progress() == home.truth
    assert home.read == []


def test_what_another_process_adds_is_read_at_the_next_look(home: Home) -> None:
    live = home.live()
    assert live.progress() == Progress()
    home.attempt()
    assert live.progress() == Progress()
    live.refresh()
    home.attempt()
    live.refresh()
    assert home.read == [1, 2]
    assert live.progress() == home.truth


def test_what_is_added_and_then_read_counts_once(home: Home) -> None:
    live = home.live()
    live.add(home.journal.append(EntryKind.ATTEMPT, "p", verdict="passed"))
    assert live.progress().problem("p").status is Status.SOLVED
    live.refresh()
    assert live.progress() == home.truth
    assert live.progress().attempts == 1


def test_the_snapshot_is_the_users_alone(home: Home) -> None:
    home.attempt()
    home.live()
    assert stat.S_IMODE(home.snapshot.stat().st_mode) == 0o600
    assert [path.name for path in home.snapshot.parent.iterdir()] == [home.snapshot.name]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:10],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[:30] + bytes([data[30] ^ 1]) + data[31:],
        lambda data: b"flaxdrix" + data[8:],
        lambda data: b"\xff" * len(data),
        lambda data: data[:12] + b"\xff\xff\xff\x7f" + data[16:],
    ],
    ids=["empty", "begun", "short", "long", "table", "another", "noise", "length"],
)
def test_a_broken_snapshot_is_made_anew(home: Home, spoil: Callable[[bytes], bytes]) -> None:
    home.attempt("p", "passed", times=3)
    home.live()
    good = home.snapshot.read_bytes()
    home.snapshot.write_bytes(spoil(good))
    assert home.live().progress() == home.truth
    assert home.read == [1, 2, 3]
    assert home.live().progress() == home.truth
    assert home.read == []


def spoil_rows(home: Home) -> None:
    """Change the last row, which is looked at only when it is needed."""
    data = bytearray(home.snapshot.read_bytes())
    data[-1] ^= 1
    home.snapshot.write_bytes(data)


def test_a_snapshot_whose_rows_are_broken_is_made_anew_when_they_are_needed(home: Home) -> None:
    home.attempt("p", "passed", times=3)
    home.live()
    spoil_rows(home)
    live = home.live()
    assert live.progress() == home.truth
    assert home.read == []
    assert len(live.events("p")) == 3
    assert home.read == [1, 2, 3]
    spoil_rows(home)
    home.attempt()
    assert home.live().progress() == home.truth
    assert home.read == [4, 1, 2, 3, 4]
    spoil_rows(home)
    live = home.live()
    live.add(home.journal.append(EntryKind.ATTEMPT, "p", verdict="failed"))
    assert live.progress() == home.truth
    assert live.progress().attempts == 5


def test_rows_are_read_from_the_snapshot_that_the_start_found(home: Home) -> None:
    home.attempt("p", times=3)
    home.live()
    early = home.live()
    home.attempt("q", times=50)
    home.live()
    home.snapshot.unlink()
    home.read.clear()
    assert len(early.events("p")) == 3
    assert home.read == []


def test_a_snapshot_of_another_version_is_made_anew(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    home.attempt(times=3)
    home.live()
    monkeypatch.setattr(progress_cache, "_key", lambda journal, day_end: "another")
    assert home.live().progress() == home.truth
    assert home.read == [1, 2, 3]


def test_a_snapshot_is_made_anew_when_the_day_ends_at_another_time(home: Home) -> None:
    home.time = START.replace(hour=2)
    home.attempt("p", "passed")
    assert set(home.live().progress().days) == {date(2026, 3, 9)}
    assert set(home.live(time(1)).progress().days) == {date(2026, 3, 10)}


def test_a_snapshot_that_cannot_be_written_costs_nothing_but_time(home: Home) -> None:
    home.attempt()
    home.snapshot.parent.write_text("in the way")
    assert home.live().progress() == home.truth
    assert home.live().progress() == home.truth


def edited(data: bytes) -> bytes:
    return data.replace(b"failed", b"passed", 1)


@pytest.mark.parametrize(
    "rewrite",
    [
        edited,
        lambda data: data[: data.rindex(b"\n", 0, -1) + 1],
        lambda data: data.split(b"\n", 1)[1],
        lambda data: b"",
        lambda data: edited(data) + data.split(b"\n")[0] + b"\n",
    ],
    ids=["edited", "shorter", "beheaded", "emptied", "edited and longer"],
)
@pytest.mark.parametrize("is_in_place", [True, False], ids=["in place", "replaced"])
def test_a_file_that_was_rewritten_is_read_again(
    home: Home, rewrite: Callable[[bytes], bytes], is_in_place: bool
) -> None:
    home.attempt(times=4)
    live = home.live()
    old = home.file.stat()
    data = rewrite(home.file.read_bytes())
    if not is_in_place:
        home.file.rename(home.file.with_suffix(".old"))
    home.file.write_bytes(data)
    os.utime(home.file, ns=(old.st_atime_ns, old.st_mtime_ns + 1000))
    live.refresh()
    assert live.progress() == home.truth
    assert home.live().progress() == home.truth


def test_a_file_that_was_replaced_by_a_longer_copy_of_itself_is_read_on(home: Home) -> None:
    """That is what rsync, git and Syncthing do with the files of other machines."""
    home.attempt(times=2)
    there = home.file_of("there")
    there.write_bytes(home.file.read_bytes())
    home.live()
    home.attempt(times=1)
    copy = there.with_suffix(".part")
    copy.write_bytes(home.file.read_bytes())
    copy.rename(there)
    assert home.live().progress() == home.truth
    assert home.read == [3, 3]


def test_a_file_that_is_gone_is_forgotten(home: Home) -> None:
    home.attempt("p", times=2)
    Journal(home.file.parent, home.clock, "there").append(EntryKind.ATTEMPT, "q", verdict="passed")
    assert home.live().progress().attempts == 3
    home.file_of("there").unlink()
    assert home.live().progress() == home.truth
    home.file.unlink()
    home.file.parent.rmdir()
    assert home.live().progress() == Progress()


def test_damaged_lines_are_said_at_every_start_and_counted_when_there_are_many(home: Home) -> None:
    home.attempt()
    with home.file.open("ab") as file:
        file.write(b"garbage\n" * 25)
    first = home.live().faults
    assert first[0] == f"{home.file}, line 2, is skipped and kept: it is not JSON."
    assert first[20:] == (f"{home.file}: 5 more lines are skipped and kept.",)
    home.attempt()
    again = home.live()
    assert home.read == [27]
    assert again.faults == first
    assert again.progress() == home.truth


def test_a_line_that_is_still_being_written_is_read_when_it_is_whole(home: Home) -> None:
    home.attempt(times=2)
    data = home.file.read_bytes()
    home.file.write_bytes(data[:-30])
    live = home.live()
    assert live.faults == (f"{home.file}, line 2, is skipped and kept: it was cut off while it was written.",)
    assert live.progress().attempts == 1
    home.file.write_bytes(data)
    live.refresh()
    assert list(live.faults) == []
    assert live.progress() == home.truth


def test_a_line_that_lacks_only_its_end_counts_and_is_no_fault(home: Home) -> None:
    home.attempt(times=2)
    home.file.write_bytes(home.file.read_bytes()[:-1])
    live = home.live()
    assert (live.progress().attempts, live.faults) == (2, ())
    home.attempt()
    live.refresh()
    assert live.progress() == home.truth
    assert live.progress().attempts == 3


def test_a_file_that_cannot_be_read_is_said_and_what_was_read_before_stays(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.attempt(times=2)
    live = home.live()

    def fail(path: Path, mark: ReadPosition, on_line: Callable[[int, bytes, bool], None]) -> ReadPosition | None:
        raise PermissionError(13, "Permission denied")

    home.attempt()
    with monkeypatch.context() as broken:
        broken.setattr(journal_reader, "read_on", fail)
        live.refresh()
    assert live.progress().attempts == 2
    assert live.faults == (f"{home.file} cannot be read: Permission denied. What is new in it is left out.",)
    live.refresh()
    assert live.progress() == home.truth
    assert list(live.faults) == []


def test_what_waits_counts_in_the_app_and_never_in_the_snapshot(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    home.attempt()
    live = home.live()

    def fail(path: Path, lines: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr("flaxdrills.journal.journal.append_lines", fail)
        with pytest.raises(JournalError):
            home.attempt("q", "passed")
    Journal(home.file.parent, home.clock, "there").append(EntryKind.ATTEMPT, "r", verdict="failed")
    live.refresh()
    assert set(live.progress().problems) == {"p", "q", "r"}
    assert set(Home(home.file.parents[1]).live().progress().problems) == {"p", "r"}
    home.journal.settle()
    assert set(Home(home.file.parents[1]).live().progress().problems) == {"p", "q", "r"}


def test_a_long_reading_is_announced(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    home.attempt(times=3)
    size = home.file.stat().st_size
    monkeypatch.setattr(journal_reader, "_LONG", size - 1)
    said: list[int] = []
    LiveProgress(home.journal, home.snapshot, time(4), said.append).refresh()
    LiveProgress(home.journal, home.snapshot, time(4), said.append).refresh()
    assert said == [size]


def test_the_events_of_a_problem_are_there_in_order(home: Home) -> None:
    home.attempt("p", "failed")
    home.attempt("q")
    home.journal.append(EntryKind.HINT, "p", index=1)
    home.journal.append(EntryKind.ATTEMPT, "p", verdict="failed", wrong="by_hand")
    found = home.live().events("p")
    assert [(moment.kind, moment.number, moment.wrong) for moment in found] == [
        (EntryKind.ATTEMPT, 0, None),
        (EntryKind.HINT, 1, None),
        (EntryKind.ATTEMPT, 0, "by_hand"),
    ]
    assert home.live().events("p") == found
    assert home.live().events("none") == ()


def test_what_is_remembered_comes_from_the_snapshot_as_it_was_worked_out(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        home.attempt("p", "passed")
        home.time += timedelta(days=9)
        home.journal.append(EntryKind.RESET, "p")
    home.attempt("p", "failed")
    home.live()
    truth = home.truth
    assert truth.problem("p").review.rounds == 3
    with monkeypatch.context() as ungraded:
        ungraded.setattr("flaxdrills.progress.reviews._graded", None)
        assert home.live().progress() == truth
    home.attempt("p", "passed")
    assert home.live().progress() == home.truth
    assert home.truth.problem("p").review.rounds == 4


def test_another_fsrs_makes_the_snapshot_anew(home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home.attempt("p", "passed")
    home.live()
    (tmp_path / "fsrs").mkdir()
    (tmp_path / "fsrs" / "__init__.py").write_text("")
    with monkeypatch.context() as other:
        other.setattr(sys, "path", [str(tmp_path)])
        other.delitem(sys.modules, "fsrs")
        assert progress_cache.load_cache(home.snapshot, home.journal.folder, time(4)) is None
    assert progress_cache.load_cache(home.snapshot, home.journal.folder, time(4)) is not None


def test_a_small_journal_with_a_grade_has_a_snapshot(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.attempt("p", "passed")
    home.live()
    kept = home.snapshot.stat().st_mtime_ns
    home.attempt("p", "failed")
    home.live()
    assert home.snapshot.stat().st_mtime_ns == kept


def test_a_small_journal_has_no_snapshot(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.attempt(times=3)
    assert home.live().progress().attempts == 3
    assert not home.snapshot.exists()
    with home.file.open("ab") as file:
        for number in range(400):
            table = {"v": 1, "id": f"x{number}", "at": START.isoformat(), "offset_min": 0, "kind": "opened"}
            file.write(json.dumps(table | {"problem": "p", "padding": "x" * 100}).encode() + b"\n")
    home.live()
    assert home.snapshot.exists()
