"""The way of the learner's file through a worker to its report."""

from __future__ import annotations

import asyncio

from textual import work
from textual.containers import Container
from textual.message import Message
from textual.reactive import var
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from flaxdrills.judging.report import Report
from flaxdrills.judging.text_report import lines_of
from flaxdrills.judging.verdict import Verdict
from flaxdrills.practice.after_pass import AfterPass, after_pass
from flaxdrills.practice.session import Session, Submission
from flaxdrills.practice.solution_files import SolutionFileError
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError
from flaxdrills.system.settings import Settings
from flaxdrills.ui.editor.editor_pane import EditorPane
from flaxdrills.ui.screens.practise.review_wording import onward
from flaxdrills.ui.trouble import say_trouble
from flaxdrills.ui.widgets.code_view import CodeView
from flaxdrills.ui.widgets.report_view import ReportView

_PATIENCE_S = 0.12
"""How long a growing report waits to be shown: most verdicts come sooner, and drawing twice would delay them."""
_SLOW_S = 0.3
"""How long it waits over a slow line, once it is shown."""


class SolutionRun(Container):
    """Runs the file, and shows its report as it grows."""

    report: var[Report | None] = var(None)

    class Changed(Message):
        """There is another report, or none."""

    class Freed(Message):
        """A run is over, and its worker is used up."""

    def __init__(self, session: Session, problem: Problem, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._problem = problem
        self._settings = settings
        self._run = 0
        """The number of the run that is shown; older ones are no longer listened to."""
        self._is_file_new = False
        """Whether what the code pane shows is older than the run."""
        self._after_pass: AfterPass | None = None
        """What follows from the last pass."""
        self._later: Timer | None = None
        """Runs out when a report that is still growing is to be shown."""
        name = f"{problem.id.replace('-', '_')}.py"
        self._code = CodeView(name, id="code")
        self._pad = EditorPane(session, problem, name, self._code)
        self._view = ReportView(limit_s=problem.limits.run_s, id="report")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "cancel":
                return self.report is not None and self.report.verdict is None
            case "review":
                return self._session.standing(self._problem).can_be_reviewed
            case "grade":
                return self._was_graded
            case "unfold":
                return self._view.is_folded
            case _:
                return True

    @property
    def source(self) -> str:
        """The learner's file as it is shown."""
        return self._code.source

    @property
    def told(self) -> str:
        """The report that is shown, as plain lines; nothing while there is none."""
        report = self._view.report
        return "\n".join(lines_of(report)) if report is not None and report.verdict is not None else ""

    @property
    def following(self) -> Problem | None:
        """Where to go on to after the pass that is shown."""
        return self._after_pass.next_problem if self._has_passed and self._after_pass else None

    @property
    def _was_graded(self) -> bool:
        """Whether the run that is shown ended a round."""
        return self._has_passed and self._after_pass is not None and self._after_pass.was_graded

    @property
    def _has_passed(self) -> bool:
        return self.report is not None and self.report.verdict is Verdict.PASSED

    def watch_report(self, report: Report | None) -> None:
        if report is None or report.verdict is not None:
            self._show_report()
        elif self._later is None:
            shown = self._view.report
            is_growing = shown is not None and shown.verdict is None
            patience = _SLOW_S if is_growing and self._settings.slow_line else _PATIENCE_S
            self._later = self.set_timer(patience, self._show_report)

    def _show_report(self) -> None:
        if self._later is not None:
            self._later.stop()
            self._later = None
        if self._is_file_new:
            self._show_file()
        self._view.report = self.report
        self.set_class(self.report is not None, "-told")
        line = self.report.line if self.report is not None else None
        self._code.mark(line)
        self._pad.mark(line)
        self.post_message(self.Changed())

    def say(self, notice: str) -> None:
        """Show `notice` where the report would be."""
        self._view.notice = notice
        self._view.comparing = False
        self.report = None

    def action_run(self) -> None:
        """Judge the file; what is being written here is saved for that, and a save runs it."""
        if not self._pad.has_unsaved or not self._pad.save():
            self._run_file()

    def _run_file(self) -> None:
        """Judge the file as it is now; an older run ends."""
        self._run += 1
        self._is_file_new = True
        self.report = Report(self._problem.id, stage="handing your file to a worker")
        self._judge(self._run)

    def action_cancel(self) -> None:
        """End the run, and forget what it said so far."""
        self._run += 1
        self.workers.cancel_group(self, "run")
        self.say("The run was cancelled. r starts another one.")
        self.post_message(self.Freed())

    @work(exclusive=True, group="run", exit_on_error=False)
    async def _judge(self, run: int) -> None:
        def hear(submission: Submission) -> None:
            report = submission.report
            # What an older run still says must not get into the report of a newer one.
            if run != self._run or not self.is_attached:
                return
            is_over = report.verdict is not None and self.check_action("cancel", ())
            if is_over:
                self._take_onward(submission.after_pass)
                self._view.comparing = report.is_mistaken
            self.report = report
            if is_over:
                self.post_message(self.Freed())

        try:
            await self._session.submit(self._problem, hear, describe=True)
        except SolutionFileError as error:
            self.say(str(error))
        except CatalogueError as error:
            self.notify(str(error), severity="warning", timeout=10, markup=False)
        finally:
            if run == self._run:
                self._view.comparing = False

    async def action_grade(self) -> None:
        """Say that it was remembered better than that; after the best grade comes the worst."""
        grade = self._session.standing(self._problem).progress.review.grade
        if grade is None:
            return
        await asyncio.to_thread(self._session.regrade, self._problem, grade.following)
        say_trouble(self, self._session)
        self._take_onward(after_pass(self._session.overview(), self._problem, was_graded=True))

    def action_unfold(self) -> None:
        """Show all of the report, or its beginning, with the room that it has when it has the keys."""
        self._view.focus(scroll_visible=False)
        self._view.action_unfold()

    def _take_onward(self, after: AfterPass | None) -> None:
        self._after_pass = after
        self.say_onward()

    def say_onward(self) -> None:
        """Say how to go on after a pass, by what has the keys now."""
        if self._after_pass is not None:
            # In the editor enter, g and w are written.
            first = "\nesc leaves the editor first." if self._pad.display else ""
            self._view.onward = f"{onward(self._after_pass)}{first}"

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            text = f"flaxdrills itself went wrong ({event.worker.group}): {type(error).__name__}: {error}"
            if event.worker.group == "run":
                self.say(text)
            else:
                self.notify(text, severity="error", timeout=10, markup=False)

    def _show_file(self) -> None:
        self._is_file_new = False
        try:
            self._code.show(self._session.files.read(self._problem))
        except SolutionFileError as error:
            self._code.show_fault(str(error))
