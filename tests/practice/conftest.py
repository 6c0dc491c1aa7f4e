"""A session with workers that replay what they are told to."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import cast

import pytest

from flaxdrills.journal.journal import Entry, EntryKind, Journal
from flaxdrills.judging.events import (
    Broke,
    Checked,
    CheckKind,
    CheckResult,
    Died,
    Done,
    Event,
    Killed,
    Limit,
    Preparing,
    Printed,
    Raised,
    Ready,
    Started,
)
from flaxdrills.judging.protocol import Job, Task
from flaxdrills.judging.report import Report
from flaxdrills.judging.worker_connection import OnEvent, OnJobEvent
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.practice.open_session import open_session
from flaxdrills.practice.session import Session
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import wrong_files
from flaxdrills.system.paths import Paths
from flaxdrills.system.settings import Settings

EVENING = datetime(2025, 5, 1, 20, tzinfo=timezone(timedelta(hours=2)))


BEGIN: tuple[Event, ...] = (
    Preparing("importing jax"),
    Ready("cpu:0", (("jax", "1"),), ("values", "how"), 0.5),
    Started(),
)


HOW = Checked(CheckResult("how", CheckKind.MECHANISM, True))


def values(*sketch: float, passed: bool = False) -> Checked:
    return Checked(CheckResult("values", CheckKind.CASE, passed, "", sketch))


PASS = (*BEGIN, values(1.0, passed=True), HOW, Printed("", False), Done(0.25))


FAIL = (*BEGIN, values(2.0), HOW, Printed("", False), Done(0.25))


FAIL_OTHERWISE = (*BEGIN, values(3.0), HOW, Printed("", False), Done(0.25))


ERROR = (*BEGIN, Raised("TypeError", "no"), Printed("", False), Done(0.25))


TIMEOUT = (*BEGIN, Killed(Limit.TIME, "slow"))


CRASH = (*BEGIN, Died("gone"))


BROKEN = (Preparing("importing jax"), Broke("ours"))


@dataclass
class Replay:
    """WorkerPool that say what `script` holds for a source; they never end while `held`."""

    script: dict[str, Sequence[Event]]
    jobs: list[Job] = field(default_factory=list)
    prepared: list[str] = field(default_factory=list)
    held: bool = False
    ended_early: int = 0

    def prepare(self, problem: Problem, on_event: OnEvent) -> None:
        self.prepared.append(problem.id)
        on_event(Preparing("importing jax"))

    async def run_series(self, problem: Problem, jobs: Sequence[Job], on_event: OnJobEvent) -> None:
        for number, job in enumerate(jobs):
            await self.run(problem, job, partial(on_event, number), spare=False)

    async def run(
        self, problem: Problem, job: Job, on_event: OnEvent, task: Task = Task.JUDGE, *, spare: bool = True
    ) -> None:
        self.jobs.append(job)
        try:
            for event in self.script[job.source][: 3 if self.held else None]:
                await asyncio.sleep(0)
                on_event(event)
            if self.held:
                await asyncio.Event().wait()
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            self.ended_early += 1
            raise


class Clock:
    """A clock that goes on by a second whenever it is read."""

    def __init__(self) -> None:
        self.time = EVENING

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@dataclass
class PracticeHome:
    """A session, and all that it was built from."""

    session: Session
    workers: Replay
    journal: Journal
    home: Path
    clock: Clock

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(self.session.catalogue)

    @property
    def problem(self) -> Problem:
        return self.problems[0]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.journal.read().entries

    @property
    def attempts(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.kind == EntryKind.ATTEMPT]

    def write(self, text: str, problem: Problem | None = None) -> Path:
        path = self.session.path(problem or self.problem)
        path.write_text(text)
        return path


def practice_at(home: Path) -> PracticeHome:
    """A session whose workers know the texts "pass", "fail" and so on, and the shipped wrong files."""
    catalogue = load_catalogue(home / "content")
    workers = Replay(
        {
            "pass": PASS,
            "fail": FAIL,
            "fail otherwise": FAIL_OTHERWISE,
            "error": ERROR,
            "timeout": TIMEOUT,
            "crash": CRASH,
            "broken": BROKEN,
        }
    )
    for problem in catalogue:
        for name, path in wrong_files(problem).items():
            workers.script[path.read_text()] = {"by_hand": ERROR, "scalar": FAIL}[name]
    clock = Clock()
    paths = Paths(config=home, data=home, cache=home)
    session = open_session(paths, catalogue, cast(WorkerPool, workers), Settings(), clock=clock)
    return PracticeHome(session, workers, session.progress.journal, home, clock)


@pytest.fixture
def home(tiny_content: Path, tmp_path: Path) -> Path:
    shutil.copytree(tiny_content, tmp_path / "content")
    return tmp_path


@pytest.fixture
def practice(home: Path) -> PracticeHome:
    return practice_at(home)


def ignore(report: Report) -> None:
    return


async def submit(practice: PracticeHome, text: str, problem: Problem | None = None) -> Report:
    """The report of `text`, written to the learner's file."""
    practice.write(text, problem)
    return await practice.session.submitter.submit(problem or practice.problem, ignore)


@contextlib.contextmanager
def full_disk(practice: PracticeHome) -> Iterator[None]:
    """A home in which nothing can be written to the journal and the history."""
    for name in ("journal", "history"):
        (practice.home / name).mkdir(exist_ok=True)
        (practice.home / name).rename(practice.home / f"{name} with room")
        (practice.home / name).write_text("in the way")
    try:
        yield
    finally:
        for name in ("journal", "history"):
            (practice.home / name).unlink()
            (practice.home / f"{name} with room").rename(practice.home / name)


async def solve_all(practice: PracticeHome) -> None:
    for problem in practice.problems:
        await submit(practice, "pass", problem)
