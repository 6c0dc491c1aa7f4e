"""The practice loop without a face: open a problem, submit, take a hint, see the solution, start anew."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from flaxdrills.catalogue import (
    Catalogue,
    CatalogueError,
    Texts,
    Wrong,
    read_file,
    read_texts,
    read_wrong,
    wrong_files,
)
from flaxdrills.connection import OnEvent
from flaxdrills.event import Event, Recognised, Weighed
from flaxdrills.habits import Habits
from flaxdrills.history import Past, history_of
from flaxdrills.journal import Entry, Journal, JournalError, Kind, Record
from flaxdrills.overview import Overview, overview_of
from flaxdrills.practice import Attempt, attempt_of
from flaxdrills.problem import Problem
from flaxdrills.progress import Progress, progress_of
from flaxdrills.recognise import Look, Mistake, MistakeCache, recognised
from flaxdrills.report import Report, Verdict
from flaxdrills.review import Grade, Review
from flaxdrills.streak import Moment, local_day
from flaxdrills.wire import Job
from flaxdrills.workers import Workers
from flaxdrills.workspace import Workspace, WorkspaceError, fingerprint

OnReport = Callable[[Report], None]

_AT_ONCE = max(2, min(os.cpu_count() or 2, 8))
"""How many shipped mistakes are judged at the same time while a learner waits for a diagnosis."""


def _now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint of a problem."""

    number: int
    """From 1."""
    total: int
    text: str


class Session:
    """One learner at work. Faces call it; it knows none of them."""

    def __init__(
        self,
        catalogue: Catalogue,
        workspace: Workspace,
        journal: Journal,
        workers: Workers,
        mistakes: MistakeCache,
        habits: Habits | None = None,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        self.catalogue = catalogue
        self._workspace = workspace
        self._journal = journal
        self._workers = workers
        self._mistakes = mistakes
        self._habits = habits or Habits()
        self._clock = clock
        self._entries: list[Entry] = []
        self._faults: tuple[str, ...] = ()
        self._overview: tuple[object, Overview] | None = None
        self._studying: dict[str, asyncio.Lock] = {}
        self.refresh()

    def refresh(self) -> None:
        """Read the journal again; another app on this home may have written to it."""
        record = self._journal.read()
        self._entries, self._faults = list(record.entries), record.faults
        self._overview = None

    def overview(self) -> Overview:
        """Where the learner stands with everything, as of the journal when it was last read or written."""
        now = self._clock()
        moment = Moment.of(now)
        # A day ends at a full minute, wherever the learner is and was.
        minute = moment.at.replace(second=0, microsecond=0)
        state = (id(self.catalogue), len(self._entries), moment.offset_min, minute)
        if self._overview is None or self._overview[0] != state:
            record = Record(tuple(self._entries), self._faults)
            self._overview = state, overview_of(self.catalogue, record, now, self._habits)
        return self._overview[1]

    def texts(self, problem: Problem) -> Texts:
        """Lesson, task, hints and stub. Raises CatalogueError."""
        return read_texts(problem)

    def open(self, problem: Problem) -> Path:
        """The learner's file for `problem`, made from the stub if there is none; it is now the last opened.

        Raises CatalogueError and WorkspaceError.
        """
        path = self.path(problem)
        self._record(Kind.OPENED, problem)
        return path

    def path(self, problem: Problem) -> Path:
        """The learner's file for `problem`, made from the stub if there is none.

        Raises CatalogueError and WorkspaceError.
        """
        had_one = self._workspace.has(problem)
        path = self._workspace.open(problem, read_file(problem, "stub.py"))
        if not had_one and self.can_review(problem):
            # It was solved on another machine, or its file is gone: with the fresh stub the review begins.
            self._record(Kind.RESET, problem)
        return path

    def source(self, problem: Problem) -> str:
        """What the learner's file holds now. Raises WorkspaceError."""
        return self._workspace.read(problem)

    def prepare(self, problem: Problem, on_event: OnEvent) -> None:
        """Have a worker get ready for `problem`; `on_event` hears how it goes."""
        self._workers.prepare(problem, on_event)

    async def submit(self, problem: Problem, on_report: OnReport) -> Report:
        """Judge the learner's file as it is now, and record the attempt.

        `on_report` hears the report grow; by the time it hears a verdict the attempt is on disk, or the
        report says why not. A diagnosis may follow. Cancelling ends the run. Raises WorkspaceError.
        """
        source = self._workspace.read(problem)
        report = await self._judge(problem, source, str(self._workspace.path(problem)), on_report, record=True)
        return await self._diagnosed(problem, report, on_report)

    async def check(self, problem: Problem, source: str, filename: str, *, spare: bool = False) -> Report:
        """Judge `source`, and record nothing."""
        report = await self._judge(problem, source, filename, _ignore, record=False, spare=spare)
        return await self._diagnosed(problem, report, _ignore)

    async def study(self, problem: Problem, device: str) -> None:
        """Find out what the shipped mistakes of `problem` look like on `device`, unless that is known.

        `device` is what a worker's Ready said. It takes a worker each, once per version of jax, flax and
        the problem. Raises CatalogueError.
        """
        await self._known_mistakes(problem, device, at_once=1)

    def hints(self, problem: Problem) -> tuple[Hint, ...]:
        """The hints that the learner took so far. Raises CatalogueError."""
        texts = read_texts(problem).hints
        taken = self._hints_taken(problem)
        return tuple(Hint(i, len(texts), text) for i, text in enumerate(texts[:taken], 1))

    def hint(self, problem: Problem) -> Hint | None:
        """The next hint, or None when all were taken. Raises CatalogueError and JournalError."""
        texts = read_texts(problem).hints
        taken = self._hints_taken(problem)
        if taken >= len(texts):
            return None
        self._write(Kind.HINT, problem, index=taken)
        return Hint(taken + 1, len(texts), texts[taken])

    def is_solved(self, problem: Problem) -> bool:
        """Whether an attempt passed."""
        return self._progress().problem(problem.id).solved_at is not None

    def is_at_stake(self, problem: Problem) -> bool:
        """Whether it matters for the next review what is looked up now: it is unsolved, due, or being reviewed."""
        overview = self.overview()
        review = overview.practice.problem(problem.id).review
        return review.is_open or review.is_due(overview.today)

    def review(self, problem: Problem) -> Review:
        """What is known of how well the problem is remembered."""
        return self.overview().practice.problem(problem.id).review

    def can_review(self, problem: Problem) -> bool:
        """Whether a review of the problem is due and not begun."""
        review = self.review(problem)
        return not review.is_open and review.is_due(self.overview().today)

    def regrade(self, problem: Problem, grade: Grade) -> Review:
        """Say how well the problem was remembered the last time, in place of what followed from what happened.

        Raises JournalError.
        """
        review = self.review(problem)
        if review.grade is not None and review.grade is not grade:
            self._write(Kind.GRADED, problem, of=review.graded, grade=str(grade))
        return self.review(problem)

    def history(self, problem: Problem) -> tuple[Past, ...]:
        """Every attempt at the problem, the oldest first."""
        return history_of(self._entries, problem.id, self._habits.day_end)

    def attempts_on(self, day: date) -> tuple[Attempt, ...]:
        """Every attempt of one of the learner's days, in the order of their time."""
        day_end = self._habits.day_end
        there = (entry for entry in self._entries if local_day(entry.at, entry.offset_min, day_end) == day)
        return tuple(attempt for attempt in map(attempt_of, there) if attempt is not None)

    def judged(self, problem: Problem, sha256: str) -> str:
        """The text of that fingerprint, as it was when it was judged. Raises WorkspaceError."""
        return self._workspace.judged(problem, sha256)

    def solution(self, problem: Problem) -> str:
        """The reference. Where it matters for the next review, that it was seen is recorded.

        Raises CatalogueError and JournalError.
        """
        text = read_file(problem, "solution.py")
        if self.is_at_stake(problem):
            self._write(Kind.REVEALED, problem)
        return text

    def reset(self, problem: Problem) -> Path | None:
        """A fresh stub, which in a solved problem begins a review; returns where the old file is now, if there was one.

        Raises CatalogueError and WorkspaceError.
        """
        kept = self._workspace.reset(problem, read_file(problem, "stub.py"))
        self._record(Kind.RESET, problem)
        return kept

    def next_problem(self) -> Problem | None:
        """What to do now: one of today's reviews, else the next in the track after the last one opened."""
        overview = self.overview()
        if overview.reviews:
            return overview.reviews[0].problem
        unsolved = [standing.problem for standing in overview.standings if standing.progress.solved_at is None]
        places = {standing.problem.id: place for place, standing in enumerate(overview.standings)}
        here = places.get(overview.last_opened or "", -1)
        later = (problem for problem in unsolved if places[problem.id] >= here)
        return next(later, unsolved[0] if unsolved else None)

    def following(self, problem: Problem) -> Problem | None:
        """What comes after `problem`: after a review the next of today's, else the next one of the catalogue."""
        overview = self.overview()
        was_review = overview.practice.problem(problem.id).review.was_reviewed_on(overview.today)
        others = [standing.problem for standing in overview.reviews if standing.problem.id != problem.id]
        return others[0] if was_review and others else self.catalogue.neighbour(problem, 1)

    def _progress(self) -> Progress:
        return progress_of(self._entries)

    def _hints_taken(self, problem: Problem) -> int:
        review = self.review(problem)
        # A review begins without them.
        return review.hints if review.is_review else self._progress().problem(problem.id).hints

    def _write(self, kind: Kind, problem: Problem, **fields: object) -> None:
        """Write an entry. Raises JournalError."""
        entry = self._journal.append(kind, problem.id, **fields)
        # Looked up after the entry is on disk: `refresh` may have put another list there meanwhile.
        self._entries.append(entry)

    def _record(self, kind: Kind, problem: Problem, **fields: object) -> str:
        """Write an entry; returns why that was impossible, or ""."""
        try:
            self._write(kind, problem, **fields)
        except JournalError as error:
            return str(error)
        return ""

    async def _judge(
        self,
        problem: Problem,
        source: str,
        filename: str,
        on_report: OnReport,
        *,
        record: bool,
        spare: bool = True,
    ) -> Report:
        started = time.perf_counter()
        report = Report(problem.id)
        verdict: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        weighed: Weighed | None = None

        def hear(event: Event) -> None:
            nonlocal report, weighed
            if isinstance(event, Weighed):
                # The report is perhaps being recorded; this is folded in afterwards.
                weighed = event
                return
            report = report.after(event)
            if report.verdict is None:
                on_report(report)
            elif not verdict.done():
                report = replace(report, total_s=time.perf_counter() - started)
                verdict.set_result(None)

        keeping = asyncio.create_task(asyncio.to_thread(self._kept, problem, source)) if record else None
        run = asyncio.create_task(self._workers.run(problem, Job(source, filename, weigh=record), hear, spare=spare))
        try:
            await asyncio.wait([run, verdict], return_when=asyncio.FIRST_COMPLETED)
            if not verdict.done():
                run.result()
            if keeping is not None:
                report = await asyncio.to_thread(self._recorded, problem, source, report, await keeping)
            on_report(report)
            await run
            if weighed is not None:
                report = report.after(weighed)
                on_report(report)
        finally:
            run.cancel()
            await asyncio.gather(run, return_exceptions=True)
        return report

    def _kept(self, problem: Problem, source: str) -> str:
        """Keep a copy of what is judged; returns why that was impossible, or ""."""
        try:
            self._workspace.keep(problem, source)
        except WorkspaceError as error:
            return str(error)
        return ""

    def _recorded(self, problem: Problem, source: str, report: Report, not_kept: str) -> Report:
        """`report` once its attempt is in the journal, with its diagnosis if that is known already."""
        if report.verdict in (None, Verdict.BROKEN):
            return report
        mistake = recognised(report, self._mistakes.load(problem, report.device) or ())
        fault = self._record(
            Kind.ATTEMPT,
            problem,
            verdict=str(report.verdict),
            sha256=fingerprint(source),
            seconds=round(report.run_s, 4),
            wrong=mistake.wrong if mistake else None,
            versions=dict(report.versions),
            **({"untouched": True} if _is_stub(problem, source) else {}),
        )
        if mistake is not None:
            report = report.after(Recognised(mistake.wrong, mistake.diagnosis))
        return replace(report, unrecorded=fault or not_kept)

    async def _diagnosed(self, problem: Problem, report: Report, on_report: OnReport) -> Report:
        if report.verdict not in (Verdict.FAILED, Verdict.ERROR) or report.diagnosis is not None:
            return report
        try:
            mistake = recognised(report, await self._known_mistakes(problem, report.device, at_once=_AT_ONCE))
        except CatalogueError:
            # Our fault, and no reason to keep the verdict from the learner; `verify` names the file.
            return report
        if mistake is None:
            return report
        report = report.after(Recognised(mistake.wrong, mistake.diagnosis))
        on_report(report)
        return report

    async def _known_mistakes(self, problem: Problem, device: str, at_once: int) -> tuple[Mistake, ...]:
        async with self._studying.setdefault(problem.id, asyncio.Lock()):
            known = self._mistakes.load(problem, device)
            return known if known is not None else await self._judge_mistakes(problem, device, at_once)

    async def _judge_mistakes(self, problem: Problem, device: str, at_once: int) -> tuple[Mistake, ...]:
        turns = asyncio.Semaphore(at_once)
        wrongs = [read_wrong(problem, name) for name in wrong_files(problem)]

        async def judged(wrong: Wrong) -> Report:
            async with turns:
                return await self._judge(problem, wrong.source, str(wrong.path), _ignore, record=False, spare=False)

        reports = await asyncio.gather(*map(judged, wrongs))
        if any(report.verdict is Verdict.BROKEN for report in reports):
            return ()
        mistakes = tuple(
            Mistake(wrong.name, wrong.diagnosis, Look.of(report)) for wrong, report in zip(wrongs, reports, strict=True)
        )
        self._mistakes.save(problem, device, mistakes)
        return mistakes


def _is_stub(problem: Problem, source: str) -> bool:
    try:
        return source == read_file(problem, "stub.py")
    except CatalogueError:
        return False


def _ignore(report: Report) -> None:
    return
