"""Attempts, looked up in the journal."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest

from flaxdrills.journal.journal import EntryKind, Journal
from flaxdrills.progress.attempt_history import attempts_at, attempts_on, history_of
from flaxdrills.progress.grade import Grade
from flaxdrills.progress.live_progress import LiveProgress
from flaxdrills.progress.text_diff import DiffLine, difference
from tests.entries import Diary

TOKYO = timezone(timedelta(hours=9))
EVENING = datetime(2026, 3, 10, 19, tzinfo=TOKYO)


class Clock:
    """Shows what it is set to."""

    def __init__(self) -> None:
        self.time = EVENING

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(tmp_path: Path, clock: Clock) -> Journal:
    return Journal(tmp_path / "journal", clock, "here")


def test_the_history_of_a_problem_is_its_own_wherever_it_was_recorded(journal: Journal, clock: Clock) -> None:
    other = Journal(journal.folder, clock, "there")
    journal.append(EntryKind.ATTEMPT, "p", verdict="failed")
    journal.append(EntryKind.ATTEMPT, "p-2", verdict="failed", wrong="p")
    clock.time += timedelta(hours=1)
    other.append(EntryKind.ATTEMPT, "p", verdict="passed")
    assert [past.attempt.verdict for past in attempts_at(journal, "p")] == ["failed", "passed"]
    assert [past.attempt.verdict for past in attempts_at(journal, "p-2")] == ["failed"]
    assert attempts_at(journal, "q") == ()


@pytest.mark.parametrize("offset", [0, 540, -720, 840, 1439, -1439])
@pytest.mark.parametrize("day_end", [time(0), time(4), time(23, 59)])
def test_the_attempts_of_a_day_are_those_that_progress_counts_on_it(
    journal: Journal, clock: Clock, offset: int, day_end: time
) -> None:
    clock.time = datetime(2026, 2, 27, 1, tzinfo=timezone(timedelta(minutes=offset)))
    recorded = LiveProgress(journal, day_end=day_end)
    for _ in range(30):
        recorded.record(EntryKind.ATTEMPT, "p", verdict="failed")
        clock.time += timedelta(hours=5)
    recorded.refresh()
    days = recorded.progress().days
    assert sum(done.attempts for done in days.values()) == 30
    assert {day: len(attempts_on(journal, day, day_end)) for day in days} == {
        day: done.attempts for day, done in days.items()
    }
    assert attempts_on(journal, date(2026, 1, 1), day_end) == ()


def test_a_time_with_an_offset_is_found_as_well(journal: Journal) -> None:
    journal.folder.mkdir()
    table = {"v": 1, "id": "x", "at": "2026-03-09T00:30:00-23:00", "offset_min": 1380, "kind": "attempt"}
    journal.file.write_text(json.dumps(table | {"problem": "p", "verdict": "passed"}) + "\n")
    assert [attempt.passed for attempt in attempts_on(journal, date(2026, 3, 10))] == [True]


@pytest.mark.parametrize("seconds", ["1" + 400 * "0", "-1", "NaN", "Infinity", "1e999", '"long"', "true"])
def test_a_time_that_no_run_takes_is_left_out(journal: Journal, seconds: str) -> None:
    journal.append(EntryKind.ATTEMPT, "p", verdict="failed", seconds=0.25)
    text = journal.file.read_text()
    journal.file.write_text(text.replace("0.25", seconds) + text.replace('"id":"', '"id":"z'))
    found = sorted(one.attempt.seconds or 0.0 for one in attempts_at(journal, "p"))
    assert found == ([0.25, 1.0] if seconds == "true" else [0.0, 0.25])


def test_what_would_steer_a_terminal_is_shown_as_text(journal: Journal, clock: Clock) -> None:
    journal.append(EntryKind.ATTEMPT, "p", verdict="\x1b[2J" + 100 * "long")
    [one] = attempts_at(journal, "p")
    assert one.attempt.verdict.startswith("\\x1b[2Jlong")
    assert len(one.attempt.verdict) == 40
    live = LiveProgress(journal)
    live.refresh()
    clock.time += timedelta(seconds=1)
    journal.append(EntryKind.ATTEMPT, "\x1b[2Jp", verdict="failed")
    live.refresh()
    assert live.progress().latest[0].problem == "\\x1b[2Jp"


def test_what_waits_to_be_recorded_is_there_already(journal: Journal, tmp_path: Path) -> None:
    recorded = LiveProgress(journal)
    recorded.refresh()
    (tmp_path / "journal").write_text("in the way")
    assert "could not be recorded" in recorded.record(EntryKind.ATTEMPT, "p", verdict="passed")
    assert recorded.trouble
    assert [past.attempt.passed for past in attempts_at(journal, "p")] == [True]
    assert len(attempts_on(journal, EVENING.date())) == 1
    (tmp_path / "journal").unlink()
    assert recorded.close() == ""
    assert len(attempts_at(journal, "p")) == 1


def test_every_attempt_is_there_the_oldest_first() -> None:
    diary = Diary()
    diary.write(EntryKind.OPENED)
    diary.attempt("failed", sha256="a")
    diary.attempt("passed", "another")
    diary.attempt("passed", sha256="b")
    diary.attempt("broken")
    diary.attempt("passed", sha256="b")
    found = history_of(diary.entries, "p")
    assert [(past.number, past.attempt.verdict, past.attempt.sha256) for past in found] == [
        (1, "failed", "a"),
        (2, "passed", "b"),
        (3, "passed", "b"),
    ]


def test_a_grade_stands_with_the_attempt_that_earned_it() -> None:
    diary = Diary()
    diary.attempt("failed")
    first = diary.attempt()
    diary.write(EntryKind.GRADED, of=first.id, grade="easy")
    diary.wait(days=9).write(EntryKind.RESET)
    diary.attempt("failed")
    diary.attempt()
    diary.attempt()
    assert [(past.round, past.grade) for past in history_of(diary.entries, "p")] == [
        (1, None),
        (1, Grade.EASY),
        (2, None),
        (2, Grade.HARD),
        (2, None),
    ]


def test_a_problem_without_attempts_has_none() -> None:
    assert history_of(Diary().entries, "p") == ()


def test_a_difference_shows_what_went_and_what_came() -> None:
    assert tuple(difference("a\nb\nc\n", "a\nB\nc\n")) == (
        DiffLine("@", ""),
        DiffLine(" ", "a"),
        DiffLine("-", "b"),
        DiffLine("+", "B"),
        DiffLine(" ", "c"),
    )


@pytest.mark.parametrize("text", ["", "a", "a\nb\n"])
def test_the_same_text_has_no_difference(text: str) -> None:
    assert tuple(difference(text, text)) == ()


def test_lines_that_look_like_a_header_are_lines() -> None:
    assert tuple(difference("--- a\n", "+++ b\n")) == (
        DiffLine("@", ""),
        DiffLine("-", "--- a"),
        DiffLine("+", "+++ b"),
    )
    assert DiffLine("+", "@@ x") in difference("", "@@ x\n")
