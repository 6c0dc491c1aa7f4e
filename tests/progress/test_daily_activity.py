"""What was practised, day by day and problem by problem."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from flaxdrills.journal.journal import Entry, EntryKind
from flaxdrills.progress.attempt_record import attempt_of
from flaxdrills.progress.calendar_day import Instant
from flaxdrills.progress.daily_activity import DayActivity
from flaxdrills.progress.problem_progress import RECENT, ProblemProgress
from flaxdrills.progress.progress_accumulator import LATEST, Progress, progress_of
from flaxdrills.progress.streak import Streak
from tests.entries import Diary

MONDAY = date(2026, 3, 9)


@pytest.fixture
def diary() -> Diary:
    return Diary()


def test_nothing_recorded_is_nothing_practised() -> None:
    progress = progress_of([])
    assert progress == Progress()
    assert progress.problem("p") == ProblemProgress()
    assert (progress.practised_s, progress.streak(Diary().clock, time(4))) == (0, Streak())


def test_runs_are_counted_by_the_learners_day(diary: Diary) -> None:
    diary.attempt("failed")
    diary.attempt("passed", "q")
    diary.wait(days=1).attempt()
    days = progress_of(diary.entries).days
    assert {day: (done.attempts, done.passes) for day, done in days.items()} == {
        MONDAY: (2, 1),
        date(2026, 3, 10): (1, 1),
    }


def test_a_day_is_the_learners_wherever_they_are(diary: Diary) -> None:
    diary.clock = datetime(2026, 3, 10, 3, 59, tzinfo=ZoneInfo("Asia/Tokyo"))
    diary.attempt()
    diary.clock = datetime(2026, 3, 9, 23, tzinfo=ZoneInfo("America/New_York"))
    diary.attempt()
    assert [*progress_of(diary.entries).days] == [MONDAY]
    assert [*progress_of(diary.entries, time(0)).days] == [date(2026, 3, 10), MONDAY]


def test_the_first_and_the_last_pass_of_a_day_are_known(diary: Diary) -> None:
    diary.attempt("failed")
    first = diary.wait(minutes=1).attempt()
    last = diary.wait(minutes=1).attempt()
    diary.wait(minutes=1).attempt("failed")
    day = progress_of(diary.entries).days[MONDAY]
    assert (day.first_pass, day.last_pass) == (Instant(first.at, 0), Instant(last.at, 0))


def test_a_review_counts_for_the_streak_as_well_as_a_new_problem(diary: Diary) -> None:
    diary.attempt()
    diary.wait(days=1).write(EntryKind.RESET)
    diary.attempt()
    diary.wait(days=1).attempt("passed", "q")
    assert progress_of(diary.entries).streak(diary.clock, time(4)) == Streak(3, 3)


def test_a_day_with_failures_only_is_none_of_the_streak(diary: Diary) -> None:
    diary.attempt()
    diary.wait(days=1).attempt("failed")
    diary.wait(days=1).write(EntryKind.OPENED)
    assert progress_of(diary.entries).streak(diary.clock, time(4)) == Streak(0, 1)


def test_idle_time_is_not_counted(diary: Diary) -> None:
    diary.write(EntryKind.OPENED)
    diary.wait(minutes=10).attempt("failed")
    diary.wait(minutes=15.1).attempt("failed")
    diary.wait(minutes=5).attempt()
    diary.wait(days=1).write(EntryKind.OPENED, "q")
    progress = progress_of(diary.entries)
    assert progress.practised_s == 15 * 60
    assert progress.days[MONDAY] == DayActivity(3, 1, 900, *[Instant(diary.entries[3].at, 0)] * 2)


def test_two_machines_at_the_same_time_do_not_make_time_twice(diary: Diary) -> None:
    for _ in range(10):
        diary.attempt("failed", "on the laptop")
        diary.wait(minutes=1).attempt("failed", "on the server")
    assert progress_of(diary.entries).practised_s == 600


def test_the_last_runs_of_a_problem_are_remembered(diary: Diary) -> None:
    for number in range(RECENT + 5):
        diary.attempt("passed" if number % 2 else "failed")
    diary.attempt("failed", unfinished=True)
    diary.attempt("failed", untouched=True)
    known = progress_of(diary.entries).problem("p")
    assert (known.attempts, known.unfinished) == (RECENT + 7, 2)
    assert known.recent == tuple(bool(number % 2) for number in range(5, RECENT + 5))


def test_the_latest_attempts_come_first(diary: Diary) -> None:
    for number in range(LATEST + 5):
        diary.wait(minutes=1).attempt("failed", f"p{number}")
    latest = progress_of(diary.entries).latest
    assert [attempt.problem for attempt in latest] == [f"p{number}" for number in range(LATEST + 4, 4, -1)]


def test_an_attempt_says_what_the_clock_showed(diary: Diary) -> None:
    diary.clock = datetime(2026, 3, 9, 18, 30, tzinfo=ZoneInfo("Asia/Kathmandu"))
    attempt = attempt_of(diary.attempt("failed", sha256="ab", seconds=1, wrong="raw_array", unfinished=True))
    assert attempt is not None and attempt.unfinished
    assert f"{attempt.at:%H:%M %z}" == "18:30 +0545"
    assert (attempt.seconds, attempt.sha256, attempt.wrong, attempt.passed) == (1.0, "ab", "raw_array", False)


def test_an_attempt_of_an_older_or_a_newer_version_is_one_all_the_same(diary: Diary) -> None:
    attempt = attempt_of(diary.attempt("puzzled", sha256=3, seconds="long", wrong=[]))
    assert attempt is not None
    assert (attempt.verdict, attempt.seconds, attempt.sha256, attempt.wrong) == ("puzzled", None, "", None)


@pytest.mark.parametrize(
    ("kind", "problem", "fields"),
    [
        ("dreamt", "p", {}),
        ("attempt", None, {"verdict": "passed"}),
        ("opened", None, {}),
    ],
)
def test_an_entry_that_says_nothing_changes_nothing(
    diary: Diary, kind: str, problem: str | None, fields: dict[str, object]
) -> None:
    diary.write(kind, problem, **fields)
    assert progress_of(diary.entries) == Progress()


@pytest.mark.parametrize("fields", [{}, {"verdict": 3}, {"verdict": "broken"}])
def test_what_is_no_attempt_is_not_counted(diary: Diary, fields: dict[str, object]) -> None:
    diary.write(EntryKind.ATTEMPT, "p", **fields)
    progress = progress_of(diary.entries)
    assert (progress.days, progress.latest, progress.problem("p").recent) == ({}, (), ())


def test_entries_at_the_same_time_make_no_time(diary: Diary) -> None:
    entries = [Entry(name, diary.clock, 0, EntryKind.OPENED, "p", {}) for name in "abc"]
    assert progress_of(entries).practised_s == 0
