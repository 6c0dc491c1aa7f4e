"""The practice loop without a face: open a problem, submit, take a hint, see the solution, start anew."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from datetime import time as time_of_day
from pathlib import Path

from flaxdrills.catalogue import (
    Catalogue,
    CatalogueError,
    Texts,
    read_file,
    read_texts,
)
from flaxdrills.connection import OnEvent
from flaxdrills.event import Event, Recognised, Weighed
from flaxdrills.journal import Journal, JournalError, Kind
from flaxdrills.ledger import Ledger
from flaxdrills.overview import Overview, overview_of
from flaxdrills.problem import Problem
from flaxdrills.progress import Progress
from flaxdrills.recognise import MistakeCache, recognised
from flaxdrills.report import Report, Verdict
from flaxdrills.study import Study
from flaxdrills.wire import Job
from flaxdrills.workers import Workers
from flaxdrills.workspace import Workspace, WorkspaceError, fingerprint

OnReport = Callable[[Report], None]


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
        day_end: time_of_day = time_of_day(4),
        clock: Callable[[], datetime] = _now,
        ledger: Ledger | None = None,
    ) -> None:
        self.catalogue = catalogue
        self._workspace = workspace
        self._journal = journal
        self._workers = workers
        self._study = Study(workers, mistakes)
        self._day_end = day_end
        self._clock = clock
        self._ledger = ledger or Ledger(journal, None, day_end)
        self._unkept: list[tuple[Problem, str]] = []
        """Texts that were judged and of which no copy could be kept yet."""
        self.refresh()

    def refresh(self) -> None:
        """Read the journal again; another app on this home may have written to it."""
        self._ledger.refresh()

    def leave(self) -> str:
        """Record what could not be recorded before; returns what is to be said where that is impossible still."""
        self._keep_all()
        with contextlib.suppress(JournalError):
            self._journal.settle()
        loss = self._unrecorded("not recorded")
        if loss and (rescued := self._journal.rescue()):
            loss += f" It is kept in {rescued}, and `flaxdrills import {rescued}` records it later."
        return loss

    @property
    def trouble(self) -> str:
        """Why something that was done could not be recorded yet; "" when all is."""
        return self._journal.trouble

    def overview(self) -> Overview:
        """Where the learner stands with everything, as of the journal when it was last read or written."""
        waiting = self._unrecorded("not recorded yet; that is tried again with what you do next")
        faults = (waiting, *self._ledger.faults) if waiting else self._ledger.faults
        return overview_of(self.catalogue, self._ledger.progress(), self._clock(), self._day_end, faults)

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
        return self._workspace.open(problem, read_file(problem, "stub.py"))

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

        `device` is what a worker's Ready said. Once per version of jax, flax and the problem it takes a
        worker of its own. Raises CatalogueError.
        """
        await self._study.mistakes(problem, device)

    def hints(self, problem: Problem) -> tuple[Hint, ...]:
        """The hints that the learner took so far. Raises CatalogueError."""
        texts = read_texts(problem).hints
        taken = self._progress().problem(problem.id).hints
        return tuple(Hint(i, len(texts), text) for i, text in enumerate(texts[:taken], 1))

    def hint(self, problem: Problem) -> Hint | None:
        """The next hint, or None when all were taken; `trouble` says if that could not be recorded.

        Raises CatalogueError.
        """
        texts = read_texts(problem).hints
        taken = self._progress().problem(problem.id).hints
        if taken >= len(texts):
            return None
        self._record(Kind.HINT, problem, index=taken)
        return Hint(taken + 1, len(texts), texts[taken])

    def is_solved(self, problem: Problem) -> bool:
        """Whether an attempt passed."""
        return self._progress().problem(problem.id).solved_at is not None

    def solution(self, problem: Problem) -> str:
        """The reference. While the problem is unsolved, that it was seen is recorded, or `trouble` says why not.

        Raises CatalogueError.
        """
        text = read_file(problem, "solution.py")
        if not self.is_solved(problem):
            self._record(Kind.REVEALED, problem)
        return text

    def reset(self, problem: Problem) -> Path | None:
        """A fresh stub; returns where the old file is now, or None if there was none.

        Raises CatalogueError and WorkspaceError.
        """
        kept = self._workspace.reset(problem, read_file(problem, "stub.py"))
        self._record(Kind.RESET, problem)
        return kept

    def next_problem(self) -> Problem | None:
        """What to do now: a review that is due, else the next in the track after the last one opened."""
        overview = self.overview()
        if overview.due:
            return overview.due[0].problem
        unsolved = [standing.problem for standing in overview.standings if standing.progress.solved_at is None]
        places = {standing.problem.id: place for place, standing in enumerate(overview.standings)}
        here = places.get(overview.last_opened or "", -1)
        later = (problem for problem in unsolved if places[problem.id] >= here)
        return next(later, unsolved[0] if unsolved else None)

    def _progress(self) -> Progress:
        return self._ledger.progress()

    def _record(self, kind: Kind, problem: Problem, **fields: object) -> str:
        """Write an entry; returns why that was impossible, or "". What waits to be written counts already."""
        try:
            self._ledger.add(self._journal.append(kind, problem.id, **fields))
        except JournalError as error:
            for entry in self._journal.waiting:
                self._ledger.add(entry)
            return str(error)
        return ""

    def _unrecorded(self, state: str) -> str:
        number = len(self._journal.waiting)
        if not number:
            return ""
        things = "One thing that you did is" if number == 1 else f"{number} things that you did are"
        return f"{things} {state}. {self._journal.trouble}"

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
        self._unkept.append((problem, source))
        return self._keep_all()

    def _keep_all(self) -> str:
        """Keep what could not be kept before; returns why that is impossible still, or ""."""
        try:
            for problem, source in tuple(self._unkept):
                self._workspace.keep(problem, source)
                with contextlib.suppress(ValueError):
                    self._unkept.remove((problem, source))
        except WorkspaceError as error:
            return str(error)
        return ""

    def _recorded(self, problem: Problem, source: str, report: Report, not_kept: str) -> Report:
        """`report` once its attempt is in the journal, with its diagnosis if that is known already."""
        if report.verdict in (None, Verdict.BROKEN):
            return report
        mistake = None
        if report.verdict in (Verdict.FAILED, Verdict.ERROR):
            mistake = recognised(report, self._study.remembered(problem, report.device))
        fault = self._record(
            Kind.ATTEMPT,
            problem,
            verdict=str(report.verdict),
            sha256=fingerprint(source),
            seconds=round(report.run_s, 4),
            wrong=mistake.wrong if mistake else None,
            versions=dict(report.versions),
        )
        if mistake is not None:
            report = report.after(Recognised(mistake.wrong, mistake.diagnosis))
        return replace(report, unrecorded=fault, unkept="" if fault else not_kept)

    async def _diagnosed(self, problem: Problem, report: Report, on_report: OnReport) -> Report:
        if report.verdict not in (Verdict.FAILED, Verdict.ERROR) or report.diagnosis is not None:
            return report
        try:
            mistake = recognised(report, await self._study.mistakes(problem, report.device))
        except CatalogueError:
            # Our fault, and no reason to keep the verdict from the learner; `verify` names the file.
            return report
        if mistake is None:
            return report
        report = report.after(Recognised(mistake.wrong, mistake.diagnosis))
        on_report(report)
        return report


def _ignore(report: Report) -> None:
    return
