"""What there is to read, the learner's file, and the report of the last run."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from flaxdrills.editors.tmux import surrounding_tmux
from flaxdrills.judging.report import Report
from flaxdrills.judging.text_report import lines_of
from flaxdrills.practice.review_question import question_before_review, why_no_review
from flaxdrills.practice.session import Session
from flaxdrills.practice.solution_files import SolutionFileError
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError
from flaxdrills.system.paths import solution_file_name
from flaxdrills.system.settings import Settings
from flaxdrills.ui.editor.editor_pane import EditorPane
from flaxdrills.ui.messages import OpenProblem
from flaxdrills.ui.screens.choice_dialog import ChoiceDialog
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from flaxdrills.ui.screens.practice.review_wording import OUT_OF_SIGHT, onward, review_notice
from flaxdrills.ui.screens.practice.solution_editing import SolutionEditing
from flaxdrills.ui.screens.practice.solution_run import GROUP, SolutionRun
from flaxdrills.ui.unrecorded_notice import warn_if_unrecorded
from flaxdrills.ui.why_not import saying_why
from flaxdrills.ui.widgets.code_view import CodeView
from flaxdrills.ui.widgets.reading_pane import ReadingPane
from flaxdrills.ui.widgets.report_view import ReportView

_RUN_BEFORE = "You ran this before: a shows what became of it, r runs your file as it is."
_TO_EDIT = (
    ("review", Content("Begin the review with a fresh stub; your old file is kept")),
    ("old", Content("Open your old file")),
)
"""What e may mean while a review is due."""

_WAIT_S = 0.12
"""How long a growing report waits to be shown: most verdicts come sooner, and drawing twice would delay them."""
_SLOW_WAIT_S = 0.3
"""How long it waits over a slow line, once it is shown."""


class FileAndReport(Container):
    """Edits the file, runs it, and shows its report as it grows. All that takes keys on the screen is in here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Edit", id="edit", tooltip="Edit your file; a save runs it"),
        Binding("E", "edit(True)", "Split", id="edit.other", tooltip="Edit in tmux the other way", show=False),
        Binding("r", "run", "Run", id="run", tooltip="Run your file as it is on disk"),
        *saying_why(Binding("v", "review", "Review", id="review", tooltip="Begin the review; what you wrote is kept")),
        *saying_why(Binding("g", "grade", "Grade", id="grade", tooltip="Change how well you remembered it")),
        Binding("escape", "cancel", "Cancel", id="cancel", tooltip="Cancel the run that goes on"),
        *saying_why(Binding("f", "unfold", "More", id="unfold", tooltip="Show all of the report, or its beginning")),
        Binding("ctrl+r", "reset", "Reset", id="reset", tooltip="Start again; your old file is kept", show=False),
    ]

    class Changed(Message):
        """There is another report, or none."""

    class WorkerUsed(Message):
        """A run is over, and its worker is used up."""

    def __init__(self, session: Session, problem: Problem, settings: Settings, reading: ReadingPane) -> None:
        super().__init__()
        self._session = session
        self._problem = problem
        self._has_slow_line = settings.slow_line
        self._reading = reading
        name = solution_file_name(problem.id)
        self._code = CodeView(name, id="code")
        self._editor = EditorPane(session, problem, name, self._code)
        self._view = ReportView(limit_s=problem.limits.run_s, id="report")
        self.solution_run = SolutionRun(self, self, session, problem)
        self._editing = SolutionEditing(self, session, problem, settings, self._editor, self._run_file)
        self._is_in_tmux = surrounding_tmux() is not None
        self._is_out_of_sight = False
        """Whether a review is due, and the old solution was not asked for."""
        self._is_file_new = False
        """Whether what the code pane shows is older than the run."""
        self._later: Timer | None = None
        """Runs out when a report that is still growing is to be shown."""

    def compose(self) -> ComposeResult:
        yield self._reading
        with Vertical(id="file-and-report"):
            yield self._code
            yield self._editor
            yield self._view

    async def on_mount(self) -> None:
        self._show_report()
        try:
            path = await asyncio.to_thread(self._session.open, self._problem)
        except (SolutionFileError, CatalogueError) as error:
            self._code.show_fault(str(error))
        else:
            if not self.is_attached:
                return
            self.screen.sub_title = f"Your file is {path}"
            standing = self._session.standing(self._problem)
            self._is_out_of_sight = standing.can_be_reviewed
            self._show_file()
            self._editing.follow(path)
            if standing.progress.attempts:
                self._view.idle = _RUN_BEFORE
            if notice := review_notice(standing):
                self.show_notice(notice)

    @property
    def report(self) -> Report | None:
        """The report of the run that goes on, or of the last one."""
        return self.solution_run.report

    @property
    def source(self) -> str:
        """The learner's file as it is shown."""
        return self._code.source

    @property
    def report_text(self) -> str:
        """The report that is shown, as plain lines; nothing while there is none."""
        report = self._view.report
        return "\n".join(lines_of(report)) if report is not None and report.verdict is not None else ""

    @property
    def following(self) -> Problem | None:
        """Where to go on to after the pass that is shown."""
        after_pass = self.solution_run.after_pass
        return after_pass.next_problem if after_pass is not None and self.solution_run.passed else None

    @property
    def file_pane(self) -> Widget:
        """What takes the keys where the file is."""
        return self._editor.pane

    @property
    def report_pane(self) -> Widget:
        """What takes the keys where the report is."""
        return self._view

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "edit":
                return parameters != (True,) or self._is_in_tmux
            case "cancel":
                return self.solution_run.is_going_on
            case "review":
                return self._session.standing(self._problem).can_be_reviewed
            case "grade":
                return self.solution_run.was_graded
            case "unfold":
                return self._view.is_folded
            case "why_not":
                return not self.check_action(str(parameters[0]), ())
            case _:
                return True

    @work(exclusive=True, group="edit", exit_on_error=False)
    async def action_edit(self, other_way: bool = False) -> None:
        """Open the file in the learner's editor, at the line that went wrong; what is saved there is run."""
        if self._is_out_of_sight:
            chosen = await self.app.push_screen_wait(ChoiceDialog("A review of this is due", _TO_EDIT))
            if chosen == "review":
                await self._begin_anew()
            if chosen != "old":
                return
            self._is_out_of_sight = False
            self._show_file()
        if await self._editing.edit(self.report, other_way):
            self._run_file()

    def action_run(self) -> None:
        """Judge the file; what is being written here is saved for that, and a save runs it."""
        if not self._editor.has_unsaved or not self._editor.save():
            self._run_file()

    def action_cancel(self) -> None:
        """End the run, and forget what it said so far."""
        self.solution_run.cancel()

    async def action_grade(self) -> None:
        """Say that it was remembered better than that; after the best grade comes the worst."""
        await self.solution_run.regrade()
        warn_if_unrecorded(self, self._session)
        self.show_after_pass()

    def action_unfold(self) -> None:
        """Show all of the report, or its beginning, with the room that it has when it has the keys."""
        self._view.focus(scroll_visible=False)
        self._view.action_unfold()

    @work(exclusive=True, group="reset", exit_on_error=False)
    async def action_reset(self) -> None:
        """Begin anew with the stub, and say where the old file is."""
        question = "Begin again with the stub? Your file is moved to the history, not deleted."
        if await self.app.push_screen_wait(ConfirmDialog("Reset", question)):
            await self._begin_anew()

    async def action_review(self) -> None:
        """Begin the review that is due."""
        await self._begin_anew()

    @work(exclusive=True, group="review", exit_on_error=False)
    async def action_why_not(self, action: str) -> None:
        """Say why a key can do nothing now; a review that is not due is asked about."""
        if action == "grade":
            self.notify("g changes the grade right after a pass that was graded.", markup=False)
        elif action == "unfold":
            self.notify("Nothing is folded: f shows all of a report where parts of it are.", markup=False)
        else:
            await self._review_early()

    async def _review_early(self) -> None:
        standing = self._session.standing(self._problem)
        if why := why_no_review(standing):
            self.notify(why, markup=False)
        elif standing.progress.review.is_review:
            self.notify("Its review goes on already: write the solution, and save it.", markup=False)
        elif await self.app.push_screen_wait(ConfirmDialog("Review", question_before_review(standing))):
            await self._begin_anew()

    def show_notice(self, notice: str) -> None:
        """Show `notice` where the report would be."""
        self._view.notice = notice
        self.solution_run.forget()
        self._view.comparing = False

    def show_after_pass(self) -> None:
        """Say how to go on after a pass, by what has the keys now."""
        if self.solution_run.after_pass is not None:
            # In the editor enter, g and w are written.
            first = "\nesc leaves the editor first." if self._editor.display else ""
            self._view.onward = f"{onward(self.solution_run.after_pass)}{first}"

    def show_report_soon(self) -> None:
        """Show the report as it is now: at once if it has a verdict, or there is none."""
        report = self.report
        if report is None or report.verdict is not None:
            self._show_report()
        elif self._later is None:
            shown = self._view.report
            is_growing = shown is not None and shown.verdict is None
            wait_s = _SLOW_WAIT_S if is_growing and self._has_slow_line else _WAIT_S
            self._later = self.set_timer(wait_s, self._show_report)

    def run_ended(self) -> None:
        """Tell the screen that another worker may be prepared."""
        self.post_message(self.WorkerUsed())

    def _show_report(self) -> None:
        if self._later is not None:
            self._later.stop()
            self._later = None
        if self._is_file_new:
            self._show_file()
        self._view.comparing = self.solution_run.is_comparing
        self.show_after_pass()
        self._view.report = self.report
        self.set_class(self.report is not None, "-has-report")
        line = self.report.line if self.report is not None else None
        self._code.mark(line)
        self._editor.mark(line)
        self.post_message(self.Changed())

    def _run_file(self) -> None:
        self._is_file_new, self._is_out_of_sight = True, False
        self.solution_run.start()

    def _show_file(self) -> None:
        self._is_file_new = False
        if self._is_out_of_sight:
            self._code.cover(OUT_OF_SIGHT)
            return
        try:
            self._code.show(self._session.files.read(self._problem))
        except SolutionFileError as error:
            self._code.show_fault(str(error))

    async def _begin_anew(self) -> None:
        if self.solution_run.is_going_on:
            self.action_cancel()
        self._editing.follow_no_more()
        if not self._editor.close():
            return
        try:
            kept = await asyncio.to_thread(self._session.reset, self._problem)
            path = self._session.files.path(self._problem)
        except (SolutionFileError, CatalogueError) as error:
            self.notify(str(error), severity="error", timeout=10, markup=False)
            return
        if self._session.standing(self._problem).progress.review.is_review:
            # The hints and the solution that can still be read are those of the round before.
            self.post_message(OpenProblem(self._problem))
            return
        self._editing.follow(path)
        self._is_out_of_sight = False
        self.show_notice(f"This is a fresh stub. Your old file is {kept}" if kept else "This is a fresh stub.")
        self._show_file()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            text = f"flaxdrills itself went wrong ({event.worker.group}): {type(error).__name__}: {error}"
            if event.worker.group == GROUP:
                self.show_notice(text)
            else:
                self.notify(text, severity="error", timeout=10, markup=False)
