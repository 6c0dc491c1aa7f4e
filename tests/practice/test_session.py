"""Opening, beginning anew, and where the learner stands, without a face."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from flaxdrills.journal.journal import EntryKind
from flaxdrills.judging.events import (
    Event,
    Preparing,
)
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.practice.open_session import open_session
from flaxdrills.practice.session import Session
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.progress.problem_progress import Status
from flaxdrills.progress.streak import Streak
from flaxdrills.system.paths import Paths
from flaxdrills.system.settings import Settings
from tests.practice.conftest import (
    EVENING,
    PracticeHome,
    Replay,
    practice_at,
    submit,
)


def test_opening_makes_the_file_from_the_stub_and_is_remembered(practice: PracticeHome) -> None:
    path = practice.session.open(practice.problems[1])
    assert path.read_text() == (practice.problems[1].folder / "stub.py").read_text()
    assert practice.session.overview().last_opened == "sum-more"
    assert practice_at(practice.home).session.overview().last_opened == "sum-more"


def test_asking_for_the_path_is_not_opening(practice: PracticeHome) -> None:
    path = practice.session.path(practice.problem)
    assert path.exists()
    assert practice.session.files.read(practice.problem) == path.read_text()
    assert practice.entries == ()


def test_opening_works_though_it_cannot_be_recorded(home: Path) -> None:
    (home / "journal").write_text("in the way")
    practice = practice_at(home)
    assert practice.session.open(practice.problem).exists()


async def test_seeing_the_solution_is_recorded_only_while_unsolved(practice: PracticeHome) -> None:
    assert practice.session.solution(practice.problem) == (practice.problem.folder / "solution.py").read_text()
    assert [entry.kind for entry in practice.entries] == [EntryKind.REVEALED]
    await submit(practice, "pass")
    assert practice.session.standing(practice.problem).is_solved
    practice.session.solution(practice.problem)
    assert [entry.kind for entry in practice.entries].count(EntryKind.REVEALED) == 1


async def test_a_problem_once_solved_stays_solved(practice: PracticeHome) -> None:
    await submit(practice, "pass")
    await submit(practice, "fail")
    practice.session.reset(practice.problem)
    assert practice.session.standing(practice.problem).is_solved
    assert practice_at(practice.home).session.standing(practice.problem).is_solved


def test_a_reset_keeps_the_old_file_and_makes_a_fresh_stub(practice: PracticeHome) -> None:
    path = practice.write("mine")
    kept = practice.session.reset(practice.problem)
    assert kept is not None and kept.read_text() == "mine"
    assert path.read_text() == (practice.problem.folder / "stub.py").read_text()
    assert [entry.kind for entry in practice.entries] == [EntryKind.RESET]


def test_a_reset_without_a_file_makes_one(practice: PracticeHome) -> None:
    assert practice.session.reset(practice.problem) is None
    assert practice.session.path(practice.problem).read_text() == (practice.problem.folder / "stub.py").read_text()


def test_preparing_is_passed_on_to_the_workers(practice: PracticeHome) -> None:
    heard: list[Event] = []
    practice.session.submitter.workers.prepare(practice.problem, heard.append)
    assert practice.workers.prepared == ["sum-up"]
    assert heard == [Preparing("importing jax")]


async def test_the_overview_shows_where_the_learner_stands(practice: PracticeHome) -> None:
    await submit(practice, "pass", practice.problems[0])
    await submit(practice, "fail", practice.problems[1])
    overview = practice.session.overview()
    assert [standing.progress.status for standing in overview.standings] == [Status.SOLVED, Status.TRIED, Status.NEW]
    assert (overview.solved, overview.attempts) == (1, 2)
    assert overview.streak == Streak(1, 1)
    assert overview.faults == ()


async def pass_at(practice: PracticeHome, time: datetime) -> None:
    practice.clock.time = time
    await submit(practice, "pass")


async def test_a_pass_at_night_belongs_to_the_day_before(practice: PracticeHome) -> None:
    await pass_at(practice, EVENING)
    await pass_at(practice, EVENING.replace(day=2, hour=3, minute=59))
    assert practice.session.overview().streak == Streak(1, 1)
    await pass_at(practice, EVENING.replace(day=2, hour=4))
    assert practice.session.overview().streak == Streak(2, 2)


@pytest.mark.parametrize(
    ("now", "current"),
    [
        (EVENING, 1),
        (EVENING + timedelta(days=1), 1),
        (EVENING.replace(day=3, hour=3, minute=59), 1),
        (EVENING.replace(day=3, hour=4), 0),
    ],
)
async def test_a_streak_ends_when_a_whole_day_went_by_without_a_pass(
    practice: PracticeHome, now: datetime, current: int
) -> None:
    await pass_at(practice, EVENING)
    practice.clock.time = now
    assert practice.session.overview().streak == Streak(current, 1)


async def test_only_passes_make_a_streak(practice: PracticeHome) -> None:
    await submit(practice, "fail")
    assert practice.session.overview().streak == Streak(0, 0)


async def test_what_another_app_recorded_is_seen_after_a_refresh(practice: PracticeHome) -> None:
    await submit(practice_at(practice.home), "pass")
    assert not practice.session.standing(practice.problem).is_solved
    practice.session.progress.refresh()
    assert practice.session.standing(practice.problem).is_solved


def test_what_cannot_be_read_is_said_in_the_overview(home: Path) -> None:
    (home / "journal").mkdir()
    (home / "journal" / "here.jsonl").write_text("garbage\n")
    (home / "content" / "first" / "sum-up" / "problem.toml").write_text("title =")
    (home / "content/first/sum-more").rename(home / "content/first/gone")
    faults = load(home).overview().faults
    assert len(faults) == 3
    assert "sum-up/problem.toml" in faults[0]
    assert "sum-more/problem.toml" in faults[1]
    assert "here.jsonl, line 1" in faults[2]


def load(home: Path) -> Session:
    """A session without anyone to judge."""
    paths = Paths(config=home, data=home, cache=home)
    return open_session(paths, load_catalogue(home / "content"), cast(WorkerPool, Replay({})), Settings())
