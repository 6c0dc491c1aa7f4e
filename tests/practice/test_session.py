"""The practice loop without a face, with workers that replay what they are told to."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import shutil
import tempfile
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
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_connection import OnEvent, OnJobEvent
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.judging.wrong_solutions import WrongSolutionCache
from flaxdrills.practice.session import Session
from flaxdrills.practice.solution_files import SolutionFileError, SolutionFiles, sha256_of
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError, wrong_files
from flaxdrills.progress.problem_progress import Status
from flaxdrills.progress.streak import Streak

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
class Desk:
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


def desk_at(home: Path, *, journal: Path | None = None) -> Desk:
    """A desk whose workers know the texts "pass", "fail" and so on, and the shipped wrong files."""
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
    book = Journal(journal or home / "journal", clock)
    session = Session(
        catalogue,
        SolutionFiles(home / "solutions", home / "history", clock),
        book,
        cast(WorkerPool, workers),
        WrongSolutionCache(home / "mistakes"),
        clock=clock,
    )
    return Desk(session, workers, book, home, clock)


@pytest.fixture
def home(tiny_content: Path, tmp_path: Path) -> Path:
    shutil.copytree(tiny_content, tmp_path / "content")
    return tmp_path


@pytest.fixture
def desk(home: Path) -> Desk:
    return desk_at(home)


def ignore(report: Report) -> None:
    return


async def submit(desk: Desk, text: str, problem: Problem | None = None) -> Report:
    """The report of `text`, written to the learner's file."""
    desk.write(text, problem)
    return await desk.session.submit(problem or desk.problem, ignore)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("pass", Verdict.PASSED),
        ("fail", Verdict.FAILED),
        ("error", Verdict.ERROR),
        ("timeout", Verdict.TIMEOUT),
        ("crash", Verdict.CRASHED),
    ],
)
async def test_an_attempt_is_on_disk_before_the_verdict_is_heard(desk: Desk, text: str, verdict: Verdict) -> None:
    heard: list[tuple[Verdict | None, list[object]]] = []
    desk.write(text)
    await desk.session.submit(
        desk.problem,
        lambda report: heard.append((report.verdict, [entry.fields["verdict"] for entry in desk.attempts])),
    )
    assert {recorded == [] for heard_verdict, recorded in heard if heard_verdict is None} == {True}
    assert next(recorded for heard_verdict, recorded in heard if heard_verdict is verdict) == [str(verdict)]
    assert len(desk.attempts) == 1


async def test_the_report_grows_event_by_event(desk: Desk) -> None:
    reports: list[Report] = []
    desk.write("pass")
    last = await desk.session.submit(desk.problem, reports.append)
    assert [report.stage for report in reports[:3]] == ["importing jax", "ready", "running your solution"]
    assert [len(report.checks) for report in reports[2:5]] == [0, 1, 2]
    assert reports[-1] == last
    assert [report.verdict for report in reports].count(Verdict.PASSED) == 1
    assert last.total_s > 0


async def test_what_is_judged_is_recorded_and_kept(desk: Desk) -> None:
    path = desk.write("pass")
    await desk.session.submit(desk.problem, ignore)
    assert desk.workers.jobs == [Job("pass", str(path), weigh=True)]
    [entry] = desk.attempts
    assert entry.problem == "sum-up"
    assert entry.fields == {
        "verdict": "passed",
        "sha256": sha256_of("pass"),
        "seconds": 0.25,
        "wrong": None,
        "versions": {"jax": "1"},
    }
    [kept] = (desk.home / "history" / "sum-up").iterdir()
    assert kept.read_text() == "pass"


async def test_a_save_during_the_run_changes_nothing_of_it(desk: Desk) -> None:
    path = desk.write("pass")
    report = await desk.session.submit(desk.problem, lambda _: (path.write_text("fail"), None)[1])
    assert report.verdict is Verdict.PASSED
    assert desk.attempts[0].fields["sha256"] == sha256_of("pass")


async def test_a_run_that_cannot_be_recorded_is_shown_and_says_why(home: Path) -> None:
    (home / "file").write_text("in the way")
    desk = desk_at(home, journal=home / "file" / "journal")
    report = await submit(desk, "pass")
    assert report.verdict is Verdict.PASSED
    assert "could not be recorded" in report.unrecorded
    assert "Not a directory" in report.unrecorded


async def test_what_could_not_be_recorded_counts_at_once_and_is_recorded_when_there_is_room(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with full_disk(desk):
        report = await submit(desk, "pass")
        assert report.verdict is Verdict.PASSED
        assert "could not be recorded" in report.unrecorded
        assert desk.session.is_solved(desk.problem)
        hint = desk.session.hint(desk.problem)
        assert hint is not None and desk.session.hints(desk.problem) == (hint,)
        assert "could not be recorded" in desk.session.trouble
        assert desk.session.overview().faults[0].startswith("2 things that you did are not recorded yet")
        loss = desk.session.leave()
        assert loss.startswith("2 things that you did are not recorded. This could not be recorded in")
        rescued = re.search(r"`flaxdrills import (.*)`", loss)
        assert rescued is not None
        lines = Path(rescued[1]).read_text().splitlines()
        assert [json.loads(line)["kind"] for line in lines] == ["attempt", "hint"]
        desk.session.refresh()
        assert desk.session.is_solved(desk.problem)
        assert not desk.entries
    await submit(desk, "fail")
    desk.session.refresh()
    assert [one.kind for one in desk.entries] == [EntryKind.ATTEMPT, EntryKind.HINT, EntryKind.ATTEMPT]
    assert (desk.session.trouble, desk.session.leave(), desk.session.overview().faults) == ("", "", ())
    assert {path.read_text() for path in (desk.home / "history" / "sum-up").iterdir()} == {"pass", "fail"}


async def test_what_could_not_be_recorded_is_recorded_when_leaving(desk: Desk) -> None:
    with full_disk(desk):
        await submit(desk, "pass")
    assert desk.session.leave() == ""
    assert len(desk.attempts) == 1
    assert desk_at(desk.home).session.is_solved(desk.problem)
    assert [path.read_text() for path in (desk.home / "history" / "sum-up").iterdir()] == ["pass"]


@contextlib.contextmanager
def full_disk(desk: Desk) -> Iterator[None]:
    """A home in which nothing can be written to the journal and the history."""
    for name in ("journal", "history"):
        (desk.home / name).mkdir(exist_ok=True)
        (desk.home / name).rename(desk.home / f"{name} with room")
        (desk.home / name).write_text("in the way")
    try:
        yield
    finally:
        for name in ("journal", "history"):
            (desk.home / name).unlink()
            (desk.home / f"{name} with room").rename(desk.home / name)


async def test_a_text_that_cannot_be_kept_is_said_too(desk: Desk) -> None:
    (desk.home / "history").write_text("in the way")
    report = await submit(desk, "pass")
    assert report.verdict is Verdict.PASSED
    assert f"{desk.home / 'history'}" in report.unkept
    assert report.unrecorded == ""


async def test_what_is_recorded_says_nothing(desk: Desk) -> None:
    assert (await submit(desk, "pass")).unrecorded == ""


async def test_our_fault_is_never_recorded(desk: Desk) -> None:
    report = await submit(desk, "broken")
    assert (report.verdict, report.unrecorded) == (Verdict.BROKEN, "")
    assert desk.attempts == []
    assert desk.session.overview().attempts == 0


async def test_a_check_of_another_file_is_not_recorded(desk: Desk) -> None:
    report = await desk.session.check(desk.problem, "fail", "elsewhere.py")
    assert (report.verdict, report.wrong) == (Verdict.FAILED, "scalar")
    assert desk.entries == ()
    assert not (desk.home / "solutions").exists()


async def test_a_diagnosis_follows_the_verdict(desk: Desk) -> None:
    reports: list[Report] = []
    desk.write("fail")
    await desk.session.submit(desk.problem, reports.append)
    *_, verdict, diagnosed = reports
    assert (verdict.verdict, verdict.wrong) == (Verdict.FAILED, None)
    assert (diagnosed.verdict, diagnosed.wrong, diagnosed.diagnosis) == (
        Verdict.FAILED,
        "scalar",
        "The sum has no axis.",
    )


async def test_an_error_is_diagnosed_as_well(desk: Desk) -> None:
    report = await submit(desk, "error")
    assert (report.verdict, report.wrong) == (Verdict.ERROR, "by_hand")


async def test_a_mistake_of_the_learners_own_has_no_diagnosis(desk: Desk) -> None:
    report = await submit(desk, "fail otherwise")
    assert (report.verdict, report.wrong, report.diagnosis) == (Verdict.FAILED, None, None)


@pytest.mark.parametrize("text", ["pass", "timeout", "crash", "broken"])
async def test_other_verdicts_are_not_compared_with_the_shipped_mistakes(desk: Desk, text: str) -> None:
    await submit(desk, text)
    assert len(desk.workers.jobs) == 1


async def test_the_shipped_mistakes_are_judged_once_and_then_known(desk: Desk) -> None:
    await submit(desk, "fail")
    assert len(desk.workers.jobs) == 3
    await submit(desk, "error")
    assert len(desk.workers.jobs) == 4
    tomorrow = desk_at(desk.home)
    tomorrow.clock.time += timedelta(days=1)
    await submit(tomorrow, "fail")
    assert [job.source for job in tomorrow.workers.jobs] == ["fail"]
    assert [entry.fields["wrong"] for entry in desk.attempts] == [None, "by_hand", "scalar"]


async def test_runs_at_the_same_time_judge_the_shipped_mistakes_once(desk: Desk) -> None:
    reports = await asyncio.gather(*(desk.session.check(desk.problem, "fail", "f.py") for _ in range(4)))
    assert {report.wrong for report in reports} == {"scalar"}
    assert len(desk.workers.jobs) == 4 + 2


async def test_studying_before_makes_the_diagnosis_immediate(desk: Desk) -> None:
    await desk.session.study(desk.problem, "cpu:0")
    before = len(desk.workers.jobs)
    report = await submit(desk, "fail")
    assert report.wrong == "scalar"
    assert len(desk.workers.jobs) == before + 1


async def test_mistakes_are_not_known_from_a_run_that_broke(desk: Desk) -> None:
    scalar = (desk.problem.folder / "wrong" / "scalar.py").read_text()
    desk.workers.script[scalar] = BROKEN
    assert (await submit(desk, "error")).wrong is None
    desk.workers.script[scalar] = FAIL
    assert (await submit(desk, "error")).wrong == "by_hand"


async def test_a_shipped_mistake_that_does_not_parse_keeps_no_verdict_from_the_learner(desk: Desk) -> None:
    (desk.problem.folder / "wrong" / "scalar.py").write_text("def (")
    report = await submit(desk, "fail")
    assert (report.verdict, report.wrong) == (Verdict.FAILED, None)
    assert len(desk.attempts) == 1
    with pytest.raises(CatalogueError, match=r"scalar\.py"):
        await desk.session.study(desk.problem, "cpu:0")


async def test_a_solution_file_that_cannot_be_read_is_no_run(desk: Desk) -> None:
    desk.write("x").write_bytes(b"\xff")
    with pytest.raises(SolutionFileError, match="not UTF-8"):
        await desk.session.submit(desk.problem, ignore)
    assert desk.workers.jobs == []


async def test_cancelling_ends_the_run_and_records_nothing(desk: Desk) -> None:
    desk.write("pass")
    desk.workers.held = True
    running = asyncio.Event()
    task = asyncio.create_task(
        desk.session.submit(desk.problem, lambda report: running.set() if "running" in report.stage else None)
    )
    await running.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(task, 60)
    assert desk.workers.ended_early == 1
    assert desk.attempts == []


async def test_after_a_cancelled_run_the_next_is_as_ever(desk: Desk) -> None:
    desk.write("pass")
    desk.workers.held = True
    running = asyncio.Event()
    task = asyncio.create_task(desk.session.submit(desk.problem, lambda report: running.set()))
    await running.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    desk.workers.held = False
    assert (await submit(desk, "pass")).verdict is Verdict.PASSED
    assert len(desk.attempts) == 1


def test_opening_makes_the_file_from_the_stub_and_is_remembered(desk: Desk) -> None:
    path = desk.session.open(desk.problems[1])
    assert path.read_text() == (desk.problems[1].folder / "stub.py").read_text()
    assert desk.session.overview().last_opened == "sum-more"
    assert desk_at(desk.home).session.overview().last_opened == "sum-more"


def test_asking_for_the_path_is_not_opening(desk: Desk) -> None:
    path = desk.session.path(desk.problem)
    assert path.exists()
    assert desk.session.source(desk.problem) == path.read_text()
    assert desk.entries == ()


def test_opening_works_though_it_cannot_be_recorded(home: Path) -> None:
    (home / "file").write_text("in the way")
    desk = desk_at(home, journal=home / "file" / "journal")
    assert desk.session.open(desk.problem).exists()


def test_hints_come_one_by_one_and_end(desk: Desk) -> None:
    assert desk.session.hints(desk.problem) == ()
    given = [desk.session.hint(desk.problem) for _ in range(5)]
    assert [hint and (hint.number, hint.total) for hint in given] == [(1, 3), (2, 3), (3, 3), None, None]
    assert [hint and hint.text for hint in given[:2]] == ["Which layer multiplies?", "A kernel of ones."]
    assert desk.session.hints(desk.problem) == tuple(given[:3])
    assert [entry.fields["index"] for entry in desk.entries] == [0, 1, 2]


def test_hints_that_were_taken_are_remembered(desk: Desk) -> None:
    desk.session.hint(desk.problem)
    again = desk_at(desk.home).session
    assert [hint.number for hint in again.hints(desk.problem)] == [1]
    following = again.hint(desk.problem)
    assert following is not None and following.number == 2


def test_hints_of_one_problem_are_not_those_of_another(desk: Desk) -> None:
    desk.session.hint(desk.problem)
    assert desk.session.hints(desk.problems[1]) == ()


def test_fewer_hints_than_were_taken_is_no_harm(desk: Desk) -> None:
    for _ in range(3):
        desk.session.hint(desk.problem)
    (desk.problem.folder / "hints.md").write_text("The only one.\n")
    assert [hint.text for hint in desk.session.hints(desk.problem)] == ["The only one."]
    assert desk.session.hint(desk.problem) is None


async def test_seeing_the_solution_is_recorded_only_while_unsolved(desk: Desk) -> None:
    assert desk.session.solution(desk.problem) == (desk.problem.folder / "solution.py").read_text()
    assert [entry.kind for entry in desk.entries] == [EntryKind.REVEALED]
    await submit(desk, "pass")
    assert desk.session.is_solved(desk.problem)
    desk.session.solution(desk.problem)
    assert [entry.kind for entry in desk.entries].count(EntryKind.REVEALED) == 1


async def test_a_problem_once_solved_stays_solved(desk: Desk) -> None:
    await submit(desk, "pass")
    await submit(desk, "fail")
    desk.session.reset(desk.problem)
    assert desk.session.is_solved(desk.problem)
    assert desk_at(desk.home).session.is_solved(desk.problem)


def test_a_reset_keeps_the_old_file_and_makes_a_fresh_stub(desk: Desk) -> None:
    path = desk.write("mine")
    kept = desk.session.reset(desk.problem)
    assert kept is not None and kept.read_text() == "mine"
    assert path.read_text() == (desk.problem.folder / "stub.py").read_text()
    assert [entry.kind for entry in desk.entries] == [EntryKind.RESET]


def test_a_reset_without_a_file_makes_one(desk: Desk) -> None:
    assert desk.session.reset(desk.problem) is None
    assert desk.session.path(desk.problem).read_text() == (desk.problem.folder / "stub.py").read_text()


def test_preparing_is_passed_on_to_the_workers(desk: Desk) -> None:
    heard: list[Event] = []
    desk.session.prepare(desk.problem, heard.append)
    assert desk.workers.prepared == ["sum-up"]
    assert heard == [Preparing("importing jax")]


async def test_the_next_problem_is_the_first_that_is_unsolved(desk: Desk) -> None:
    assert desk.session.next_problem() == desk.problems[0]
    await submit(desk, "pass", desk.problems[0])
    assert desk.session.next_problem() == desk.problems[1]
    await submit(desk, "fail", desk.problems[1])
    assert desk.session.next_problem() == desk.problems[1]


async def test_the_next_problem_comes_after_the_last_one_opened(desk: Desk) -> None:
    desk.session.open(desk.problems[1])
    assert desk.session.next_problem() == desk.problems[1]
    await submit(desk, "pass", desk.problems[1])
    assert desk.session.next_problem() == desk.problems[2]
    await submit(desk, "pass", desk.problems[2])
    assert desk.session.next_problem() == desk.problems[0]


async def test_when_all_is_solved_nothing_is_next(desk: Desk) -> None:
    for problem in desk.problems:
        await submit(desk, "pass", problem)
    assert desk.session.next_problem() is None


async def test_the_overview_shows_where_the_learner_stands(desk: Desk) -> None:
    await submit(desk, "pass", desk.problems[0])
    await submit(desk, "fail", desk.problems[1])
    overview = desk.session.overview()
    assert [standing.progress.status for standing in overview.standings] == [Status.SOLVED, Status.TRIED, Status.NEW]
    assert (overview.solved, overview.attempts) == (1, 2)
    assert overview.streak == Streak(1, 1)
    assert overview.faults == ()


async def pass_at(desk: Desk, time: datetime) -> None:
    desk.clock.time = time
    await submit(desk, "pass")


async def test_a_pass_at_night_belongs_to_the_day_before(desk: Desk) -> None:
    await pass_at(desk, EVENING)
    await pass_at(desk, EVENING.replace(day=2, hour=3, minute=59))
    assert desk.session.overview().streak == Streak(1, 1)
    await pass_at(desk, EVENING.replace(day=2, hour=4))
    assert desk.session.overview().streak == Streak(2, 2)


@pytest.mark.parametrize(
    ("now", "current"),
    [
        (EVENING, 1),
        (EVENING + timedelta(days=1), 1),
        (EVENING.replace(day=3, hour=3, minute=59), 1),
        (EVENING.replace(day=3, hour=4), 0),
    ],
)
async def test_a_streak_ends_when_a_whole_day_went_by_without_a_pass(desk: Desk, now: datetime, current: int) -> None:
    await pass_at(desk, EVENING)
    desk.clock.time = now
    assert desk.session.overview().streak == Streak(current, 1)


async def test_only_passes_make_a_streak(desk: Desk) -> None:
    await submit(desk, "fail")
    assert desk.session.overview().streak == Streak(0, 0)


async def test_what_another_app_recorded_is_seen_after_a_refresh(desk: Desk) -> None:
    await submit(desk_at(desk.home), "pass")
    assert not desk.session.is_solved(desk.problem)
    desk.session.refresh()
    assert desk.session.is_solved(desk.problem)


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
    return Session(
        load_catalogue(home / "content"),
        SolutionFiles(home / "solutions", home / "history"),
        Journal(home / "journal"),
        cast(WorkerPool, Replay({})),
        WrongSolutionCache(home / "mistakes"),
    )


def test_the_texts_are_those_of_the_problem(desk: Desk) -> None:
    assert desk.session.texts(desk.problem).task.startswith("Write `sum_up(x)`")
