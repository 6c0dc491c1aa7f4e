"""The runs of the learner's file: of several, only what the latest one says is heard."""

from __future__ import annotations

import asyncio
from typing import Protocol

from textual.widget import Widget
from textual.worker import WorkType

from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.practice.after_pass import AfterPass, after_pass
from flaxdrills.practice.session import Session, Submission
from flaxdrills.practice.solution_files import SolutionFileError
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError

GROUP = "run"
"""The group of Textual's workers in which runs are awaited."""


class RunDisplay(Protocol):
    """What shows a run."""

    def show_report_soon(self) -> None:
        """The report is another one, or has grown."""

    def show_notice(self, notice: str) -> None:
        """There is no report, and `notice` says why."""

    def run_ended(self) -> None:
        """The run is over, and its worker is used up."""


class SolutionRun:
    """Runs the file; `owner` is the widget with which the run ends, and `display` shows it."""

    def __init__(self, owner: Widget, display: RunDisplay, session: Session, problem: Problem) -> None:
        self._report: Report | None = None
        self.is_comparing = False
        """Whether a diagnosis may still come."""
        self.after_pass: AfterPass | None = None
        """What follows from the last pass."""
        self._owner = owner
        self._display = display
        self._session = session
        self._problem = problem
        self._number = 0

    @property
    def report(self) -> Report | None:
        """As far as it has grown; None before the first run and after one that was cancelled."""
        return self._report

    @report.setter
    def report(self, report: Report | None) -> None:
        if report != self._report:
            self._report = report
            self._display.show_report_soon()

    @property
    def is_going_on(self) -> bool:
        """Whether a verdict is still to come."""
        return self.report is not None and self.report.verdict is None

    @property
    def passed(self) -> bool:
        """Whether the report is one of a pass."""
        return self.report is not None and self.report.verdict is Verdict.PASSED

    @property
    def was_graded(self) -> bool:
        """Whether the run was a pass that ended a round of reviews."""
        return self.passed and self.after_pass is not None and self.after_pass.was_graded

    def start(self) -> None:
        """Judge the file as it is now; an older run ends."""
        self._number += 1
        self.report = Report(self._problem.id, stage="handing your file to a worker")
        number = self._number

        # No coroutine is made before its turn: one that is cancelled until then would never be awaited.
        async def judge() -> None:
            await self._judge(number)

        work: WorkType[None] = judge
        self._owner.run_worker(work, group=GROUP, exclusive=True, exit_on_error=False)

    def cancel(self) -> None:
        """End the run; what it said so far is forgotten."""
        self._number += 1
        self._owner.workers.cancel_group(self._owner, GROUP)
        self._display.show_notice("The run was cancelled. r starts another one.")
        self._display.run_ended()

    def forget(self) -> None:
        """There is no report any more."""
        self.is_comparing = False
        self.report = None

    async def regrade(self) -> None:
        """Say that it was remembered better than that; after the best grade comes the worst."""
        grade = self._session.standing(self._problem).progress.review.grade
        if grade is not None:
            await asyncio.to_thread(self._session.regrade, self._problem, grade.following)
            self.after_pass = after_pass(self._session.overview(), self._problem, was_graded=True)

    async def _judge(self, number: int) -> None:
        def on_submission(submission: Submission) -> None:
            # What an older run still says must not get into the report of a newer one.
            if number == self._number and self._owner.is_attached:
                self._take(submission)

        try:
            await self._session.submit(self._problem, on_submission, describe=True)
        except SolutionFileError as error:
            self._display.show_notice(str(error))
        except CatalogueError as error:
            self._owner.notify(str(error), severity="warning", timeout=10, markup=False)
        finally:
            if number == self._number and self.is_comparing:
                self.is_comparing = False
                self._display.show_report_soon()

    def _take(self, submission: Submission) -> None:
        report = submission.report
        is_over = self.is_going_on and report.verdict is not None
        if is_over:
            self.is_comparing = report.is_mistaken
            self.after_pass = submission.after_pass
        self.report = report
        if is_over:
            self._display.run_ended()
