"""What the journal adds up to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from flaxdrills.journal.journal import Entry
from flaxdrills.progress.daily_activity import DayActivity
from flaxdrills.progress.problem_progress import ProblemProgress, Status
from flaxdrills.progress.progress_accumulator import Progress, progress_of
from flaxdrills.progress.reviews import Review
from flaxdrills.progress.streak import Streak

START = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


def entry(kind: str, problem: str | None = "p", hour: float = 0, offset_min: int = 0, **fields: object) -> Entry:
    return Entry(f"{kind}{hour}", START + timedelta(hours=hour), offset_min, kind, problem, fields)


def attempt(verdict: str, problem: str = "p", hour: float = 0) -> Entry:
    return entry("attempt", problem, hour, verdict=verdict)


def passes(progress: Progress) -> dict[date, int]:
    return {day: done.passes for day, done in progress.days.items()}


def without_memory(progress: Progress) -> ProblemProgress:
    """Where the learner stands with "p", but for what tests of their own look at: its review and its last runs."""
    return replace(progress.problem("p"), review=Review(), recent=())


def test_nothing_recorded_is_nothing_done() -> None:
    progress = progress_of([])
    assert progress == Progress()
    assert progress.problem("p") == ProblemProgress()
    assert (progress.solved, progress.attempts, progress.left_off(START)) == (0, 0, None)


@pytest.mark.parametrize("verdict", ["failed", "error", "timeout", "memory", "crashed", "of-a-newer-version"])
def test_an_attempt_that_did_not_pass_is_tried(verdict: str) -> None:
    progress = progress_of([attempt(verdict)])
    assert without_memory(progress) == ProblemProgress(Status.TRIED, attempts=1, last_at=START)
    assert (progress.attempts, progress.solved, progress.days) == (1, 0, {START.date(): DayActivity(attempts=1)})


def test_what_was_solved_stays_solved() -> None:
    progress = progress_of(
        [
            attempt("failed", hour=0),
            attempt("passed", hour=1),
            entry("reset", hour=2),
            attempt("failed", hour=3),
            attempt("passed", hour=4),
        ]
    )
    assert without_memory(progress) == ProblemProgress(
        Status.SOLVED,
        attempts=4,
        solved_at=START + timedelta(hours=1),
        last_at=START + timedelta(hours=4),
    )
    assert progress.solved == 1


def test_our_own_fault_is_not_an_attempt() -> None:
    assert progress_of([attempt("broken")]) == Progress()


@pytest.mark.parametrize(
    "odd",
    [
        entry("dreamt"),
        entry("attempt"),
        entry("attempt", verdict=3),
        entry("attempt", None, verdict="passed"),
        entry("hint"),
        entry("hint", index="1"),
        entry("opened", None),
    ],
)
def test_an_entry_that_says_nothing_changes_nothing(odd: Entry) -> None:
    assert progress_of([odd]) == Progress()


def test_hints_count_by_the_furthest_and_survive_a_reset() -> None:
    taken = [entry("hint", hour=hour, index=index) for hour, index in enumerate((0, 1, 0))]
    assert progress_of(taken).problem("p").hints == 2
    assert progress_of([*taken, entry("reset")]).problem("p").hints == 2


def test_looking_is_not_trying() -> None:
    progress = progress_of([entry("opened"), entry("hint", index=0), entry("revealed")])
    assert without_memory(progress) == ProblemProgress(Status.NEW, hints=1, revealed=True, last_at=START)


def test_the_last_problem_that_was_opened_is_known() -> None:
    progress = progress_of([entry("opened", "a"), entry("opened", "b", 1), attempt("passed", "a", 2)])
    assert progress.left_off(START) == "b"


def test_a_problem_that_was_opened_by_a_clock_far_ahead_is_not_where_the_learner_left_off() -> None:
    ahead = entry("opened", "b", 24 * 365)
    assert progress_of([ahead, entry("opened", "a")]).left_off(START) == "a"
    assert progress_of([ahead]).left_off(START) == "b"


def test_problems_are_counted_apart() -> None:
    progress = progress_of([attempt("passed", "a"), attempt("failed", "b"), attempt("passed", "c")])
    assert {name: problem.status for name, problem in progress.problems.items()} == {
        "a": Status.SOLVED,
        "b": Status.TRIED,
        "c": Status.SOLVED,
    }
    assert (progress.solved, progress.attempts) == (2, 3)


def test_every_pass_stands_at_its_local_day() -> None:
    late = entry("attempt", hour=15.5, verdict="passed")
    abroad = entry("attempt", hour=3, offset_min=540, verdict="passed")
    passed = [attempt("passed"), abroad, late]
    assert passes(progress_of(passed)) == {date(2026, 3, 10): 3}
    assert passes(progress_of(passed, time(0))) == {date(2026, 3, 10): 1, date(2026, 3, 11): 2}


def test_the_streak_counts_days_with_a_pass_only() -> None:
    entries = [attempt("passed", hour=0), attempt("passed", hour=24), attempt("failed", hour=48)]
    assert progress_of(entries).streak(START + timedelta(days=2)) == Streak(2, 2)
    assert progress_of(entries).streak(START + timedelta(days=3)) == Streak(0, 2)
