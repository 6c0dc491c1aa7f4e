"""Judging a learner's solution, keeping a copy of it, and recording what it came to."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime

from flaxdrills.judging.events import Recognised
from flaxdrills.judging.follow_run import follow_run
from flaxdrills.judging.known_mistakes import KnownMistakes, KnownMistakesCache
from flaxdrills.judging.mistake_recognition import KnownMistake, recognise_mistake
from flaxdrills.judging.named_line import with_lines
from flaxdrills.judging.protocol import Job
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.practice.solution_files import SolutionFileError, SolutionFiles, sha256_of
from flaxdrills.problems.lesson_errors import section_with_error
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError, read_file
from flaxdrills.problems.stub_gaps import is_half_written
from flaxdrills.progress.live_progress import LiveProgress

_CANNOT_BE_PARSED = ("SyntaxError", "IndentationError", "TabError")

OnReport = Callable[[Report], None]


class Submitter:
    """Hands solutions to workers, and says what they came to."""

    def __init__(
        self, files: SolutionFiles, workers: WorkerPool, mistakes: KnownMistakesCache, progress: LiveProgress
    ) -> None:
        self._files = files
        self.workers = workers
        self.known_mistakes = KnownMistakes(workers, mistakes)
        """What the wrong solutions that ship with a problem come to on this machine."""
        self._progress = progress
        self._unkept: list[tuple[Problem, str]] = []
        """Texts that were judged and of which no copy could be kept yet."""

    async def submit(self, problem: Problem, on_report: OnReport, *, describe: bool = False) -> Report:
        """Judge the learner's file as it is now, and record the attempt.

        `on_report` hears the report grow; by the time it hears a verdict the attempt is on disk, or the
        report says why not. What it cost, what it built (with `describe`) and a diagnosis may follow.
        Cancelling ends the run. Raises SolutionFileError.
        """
        source = self._files.read(problem)
        job = Job(source, str(self._files.path(problem)), measure_cost=True, describe=describe)
        report = await self._judge(problem, job, on_report, record=True)
        return await self._diagnosed(problem, source, report, on_report)

    async def check(self, problem: Problem, source: str, filename: str, *, spare: bool = False) -> Report:
        """Judge `source`, and record nothing."""
        report = await self._judge(problem, Job(source, filename), _ignore, record=False, spare=spare)
        return await self._diagnosed(problem, source, report, _ignore)

    def keep_all(self) -> str:
        """Keep what could not be kept before; returns why that is impossible still, or ""."""
        try:
            for problem, source in tuple(self._unkept):
                self._files.keep(problem, source)
                with contextlib.suppress(ValueError):
                    self._unkept.remove((problem, source))
        except SolutionFileError as error:
            return str(error)
        return ""

    async def _judge(
        self, problem: Problem, job: Job, on_report: OnReport, *, record: bool, spare: bool = True
    ) -> Report:
        started, since = time.perf_counter(), self._progress.journal.now()
        keeping = asyncio.create_task(asyncio.to_thread(self._keep_copy, problem, job.source)) if record else None
        report, judged = Report(problem.id), None
        async with aclosing(follow_run(self.workers, problem, job, report, spare=spare)) as reports:
            async for report in reports:
                if judged is not None:
                    # What comes late is told of it, and changes nothing of what was recorded.
                    report = judged.with_late(report)
                elif report.verdict is not None:
                    report = replace(
                        report,
                        checks=with_lines(report.checks, job.source),
                        lesson=_lesson_section(problem, report),
                        total_s=time.perf_counter() - started,
                    )
                    if keeping is not None:
                        report = await asyncio.to_thread(
                            self._recorded, problem, job.source, since, report, await keeping
                        )
                    judged = report
                on_report(report)
        return report

    def _keep_copy(self, problem: Problem, source: str) -> str:
        """Keep a copy of what is judged; returns why that was impossible, or ""."""
        self._unkept.append((problem, source))
        return self.keep_all()

    def _recorded(self, problem: Problem, source: str, since: datetime, report: Report, not_kept: str) -> Report:
        """`report` once its attempt is in the journal, with its diagnosis if that is known already."""
        if report.verdict is None or not report.verdict.is_about_solution:
            return report
        report = replace(report, unfinished=_is_unfinished(problem, source, report))
        wrong = None
        if report.is_mistaken:
            wrong = _recognised(problem, source, report, self.known_mistakes.cached(problem, report.device))
        fault = self._progress.record_attempt(
            problem.id,
            since,
            verdict=str(report.verdict),
            sha256=sha256_of(source),
            seconds=round(report.run_s, 4),
            wrong=wrong.wrong if wrong else None,
            versions=dict(report.versions),
            **({"unfinished": True} if report.unfinished else {}),
        )
        if wrong is not None:
            report = report.after(wrong)
        return replace(report, unrecorded=fault, unkept="" if fault else not_kept)

    async def _diagnosed(self, problem: Problem, source: str, report: Report, on_report: OnReport) -> Report:
        if not report.is_mistaken or report.diagnosis is not None:
            return report
        try:
            wrong = _recognised(problem, source, report, await self.known_mistakes.of(problem, report.device))
        except CatalogueError:
            # Our fault, and no reason to keep the verdict from the learner; `verify` names the file.
            return report
        if wrong is None:
            return report
        report = report.after(wrong)
        on_report(report)
        return report


def _recognised(problem: Problem, source: str, report: Report, known: tuple[KnownMistake, ...]) -> Recognised | None:
    """The mistake in `source`; none where it is the stub: to find what is wrong with that is the task."""
    with contextlib.suppress(CatalogueError):
        if source == read_file(problem, "stub.py"):
            return None
    return recognise_mistake(report, source, known)


def _is_unfinished(problem: Problem, source: str, report: Report) -> bool:
    """Whether `source` was saved half written: it cannot be parsed, or still has in it what the stub leaves to do."""
    if report.verdict is Verdict.PASSED:
        return False
    error = report.error
    if error is not None and error.frames:
        last = error.frames[-1]
        if error.type in _CANNOT_BE_PARSED and not last.function:
            return True
        if error.type == "NotImplementedError" and last.text.startswith("raise NotImplementedError"):
            return True
    try:
        return is_half_written(read_file(problem, "stub.py"), source)
    except CatalogueError:
        return False


def _lesson_section(problem: Problem, report: Report) -> str:
    """The heading of the lesson's section that shows the error of `report`."""
    if report.error is None:
        return ""
    try:
        return section_with_error(read_file(problem, "lesson.md"), report.error.type, report.error.message)
    except CatalogueError:
        return ""


def _ignore(report: Report) -> None:
    return
