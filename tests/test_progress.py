"""What the journal adds up to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from flaxdrills.journal import Entry
from flaxdrills.progress import ProblemProgress, Progress, Status, progress_of

START = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


def entry(kind: str, problem: str | None = "p", hour: float = 0, offset_min: int = 0, **fields: object) -> Entry:
    return Entry(f"{kind}{hour}", START + timedelta(hours=hour), offset_min, kind, problem, fields)


def attempt(verdict: str, problem: str = "p", hour: float = 0) -> Entry:
    return entry("attempt", problem, hour, verdict=verdict)


def test_nothing_recorded_is_nothing_done() -> None:
    progress = progress_of([])
    assert progress == Progress()
    assert progress.problem("p") == ProblemProgress()
    assert (progress.solved, progress.attempts, progress.last_opened) == (0, 0, None)


@pytest.mark.parametrize("verdict", ["failed", "error", "timeout", "memory", "crashed", "of-a-newer-version"])
def test_an_attempt_that_did_not_pass_is_tried(verdict: str) -> None:
    progress = progress_of([attempt(verdict)])
    assert progress.problem("p") == ProblemProgress(Status.TRIED, attempts=1, last_at=START)
    assert (progress.attempts, progress.solved) == (1, 0)


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
    assert progress.problem("p") == ProblemProgress(
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
    taken = [entry("hint", index=index) for index in (0, 1, 0)]
    assert progress_of(taken).problem("p").hints == 2
    assert progress_of([*taken, entry("reset")]).problem("p").hints == 2


def test_looking_is_not_trying() -> None:
    progress = progress_of([entry("opened"), entry("hint", index=0), entry("revealed")])
    assert progress.problem("p") == ProblemProgress(Status.NEW, hints=1, revealed=True, last_at=START)


def test_the_last_problem_that_was_opened_is_known() -> None:
    progress = progress_of([entry("opened", "a"), entry("opened", "b"), attempt("passed", "a")])
    assert progress.last_opened == "b"


def test_problems_are_counted_apart() -> None:
    progress = progress_of([attempt("passed", "a"), attempt("failed", "b"), attempt("passed", "c")])
    assert {name: problem.status for name, problem in progress.problems.items()} == {
        "a": Status.SOLVED,
        "b": Status.TRIED,
        "c": Status.SOLVED,
    }
    assert (progress.solved, progress.attempts) == (2, 3)
