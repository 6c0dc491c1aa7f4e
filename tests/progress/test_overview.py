"""Where the learner stands with everything."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone
from pathlib import Path

import pytest

from flaxdrills.journal.journal import Entry, EntryKind
from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Problem, Track
from flaxdrills.progress.overview import Overview, overview_of
from flaxdrills.progress.problem_progress import Status
from flaxdrills.progress.progress_accumulator import progress_of
from flaxdrills.progress.streak import Streak
from flaxdrills.system.settings import Settings

NOON = datetime(2025, 5, 10, 12, tzinfo=UTC)
CATALOGUE = Catalogue(
    (
        Track("one", "One", "", tuple(Problem(i, "one", 1, i, i, 1, i, Path("/" + i)) for i in ("a", "b"))),
        Track("none", "None", "", ()),
        Track("two", "Two", "", (Problem("c", "two", 1, "c", "c", 1, "c", Path("/c")),)),
    ),
    ("content is off",),
)


def attempt(problem: str, verdict: str, days_ago: int = 0) -> Entry:
    at = NOON - timedelta(days=days_ago)
    return Entry(f"{problem}{verdict}{days_ago}", at, 0, EntryKind.ATTEMPT, problem, {"verdict": verdict})


def overview(*entries: Entry, now: datetime = NOON, day_end: time = time(4)) -> Overview:
    return overview_of(CATALOGUE, progress_of(entries, day_end), now, Settings(day_end=day_end), ("journal is off",))


def test_every_problem_stands_in_its_track_in_order() -> None:
    found = overview()
    assert [(track.id, [one.problem.id for one in standings]) for track, standings in found.tracks] == [
        ("one", ["a", "b"]),
        ("none", []),
        ("two", ["c"]),
    ]
    assert [standing.problem.id for standing in found.standings] == ["a", "b", "c"]
    assert {standing.progress.status for standing in found.standings} == {Status.NEW}


def test_attempts_and_what_was_solved_are_counted() -> None:
    found = overview(attempt("c", "failed"), attempt("a", "passed"), attempt("a", "failed"))
    assert (found.attempts, found.solved) == (3, 1)
    assert [standing.progress.status for standing in found.standings] == [Status.SOLVED, Status.NEW, Status.TRIED]


def test_a_problem_that_is_no_longer_in_the_catalogue_keeps_its_attempts_and_its_days() -> None:
    found = overview(attempt("gone", "passed"))
    assert (found.attempts, found.solved, found.streak) == (1, 0, Streak(1, 1))
    assert len(found.standings) == 3


def test_faults_are_those_of_content_and_journal() -> None:
    assert overview().faults == ("content is off", "journal is off")


def test_the_last_opened_is_known() -> None:
    assert overview().last_opened is None
    assert overview(Entry("1", NOON, 0, EntryKind.OPENED, "b", {})).last_opened == "b"


def test_nothing_is_due_before_anything_was_solved() -> None:
    assert overview(attempt("a", "failed")).due == ()


@pytest.mark.parametrize(
    ("now", "streak"),
    [
        (NOON, Streak(2, 2)),
        (NOON + timedelta(days=1), Streak(2, 2)),
        (NOON + timedelta(days=2), Streak(0, 2)),
        # By this wall clock it is the 12th, but only just: ten hours of the 11th were all they had of it.
        (NOON.astimezone(timezone(timedelta(hours=14))) + timedelta(days=1, hours=2), Streak(2, 2)),
        # The night of the 12th, by a clock that is an hour ahead: the 11th is over.
        (NOON.astimezone(timezone(timedelta(hours=1))) + timedelta(days=1, hours=16), Streak(0, 2)),
    ],
)
def test_today_is_what_the_learners_clock_says(now: datetime, streak: Streak) -> None:
    assert overview(attempt("a", "passed", 1), attempt("a", "passed"), now=now).streak == streak


def test_the_day_ends_when_the_settings_say() -> None:
    at_two = NOON.replace(day=12, hour=2)
    assert overview(attempt("a", "passed"), now=at_two, day_end=time(4)).streak.current == 1
    assert overview(attempt("a", "passed"), now=at_two, day_end=time(0)).streak.current == 0


TWINS = Catalogue(
    (
        Track("nnx", "Flax NNX", "", (Problem("a", "nnx", 1, "a", "a", 1, "a", Path("/a"), twin="b"),)),
        Track("linen", "Flax Linen", "", (Problem("b", "linen", 1, "b", "b", 1, "b", Path("/b"), twin="a"),)),
        Track("jax", "JAX", "", (Problem("c", "jax", 1, "c", "c", 1, "c", Path("/c"), twin="gone"),)),
    )
)


def offered(problem_id: str, *entries: Entry) -> tuple[str, str] | None:
    """What is offered to whoever looks at that problem: its id, and the API."""
    twin = overview_of(TWINS, progress_of(entries), NOON, Settings()).twin(TWINS.problem(problem_id))
    return (twin.problem.id, twin.api) if twin else None


def test_a_twin_is_offered_once_the_problem_is_solved() -> None:
    assert offered("a") is None
    assert offered("a", attempt("a", "failed")) is None
    assert offered("a", attempt("a", "passed")) == ("b", "Linen")
    assert offered("b", attempt("b", "passed")) == ("a", "NNX")


def test_no_twin_is_offered_that_is_solved_or_not_there() -> None:
    assert offered("a", attempt("a", "passed"), attempt("b", "passed")) is None
    assert offered("c", attempt("c", "passed")) is None


def beside(problem_id: str, *entries: Entry) -> str | None:
    """The twin whose solution may be seen beside that of the problem."""
    twin = overview_of(TWINS, progress_of(entries), NOON, Settings()).twin_beside(TWINS.problem(problem_id))
    return twin.problem.id if twin else None


def test_twins_are_compared_once_both_are_solved_and_nothing_is_to_be_remembered() -> None:
    both = (attempt("a", "passed"), attempt("b", "passed"))
    assert [beside("a", *both), beside("b", *both)] == ["b", "a"]
    assert [beside("a", both[0]), beside("b", both[0]), beside("c", attempt("c", "passed"))] == [None, None, None]


def test_the_last_is_what_something_was_recorded_about_last() -> None:
    assert overview().last is None
    last = overview(attempt("a", "passed", 3), attempt("c", "failed", 1), attempt("b", "passed", 2)).last
    assert last is not None and last.problem.id == "c"
