"""One problem: what there is to read, beside the learner's file and what became of it."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import ScreenResume
from textual.widget import Widget

from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.practice.next_problem import at_the_end, following
from flaxdrills.practice.session import Session
from flaxdrills.problems.problem import Problem
from flaxdrills.progress.overview import Overview, Standing, Twin
from flaxdrills.progress.problem_progress import Status
from flaxdrills.system.settings import Settings
from flaxdrills.ui.release_screens import release_left_screens
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from flaxdrills.ui.screens.positioned_screen import PositionedScreen
from flaxdrills.ui.screens.practice.file_and_report import FileAndReport
from flaxdrills.ui.screens.practice.last_model import open_last_model
from flaxdrills.ui.screens.practice.panes import Panes
from flaxdrills.ui.screens.practice.review_wording import ANY_REVIEW, why_no_twin
from flaxdrills.ui.screens.practice.runnable_lesson import RunnableLesson
from flaxdrills.ui.screens.practice.text_pages import TextPages
from flaxdrills.ui.screens.practice.worker_status import WorkerStatus
from flaxdrills.ui.screens.size_classes import add_size_classes
from flaxdrills.ui.terminal.clipboard import copy_text
from flaxdrills.ui.why_not import saying_why
from flaxdrills.ui.widgets.key_footer import KeyFooter
from flaxdrills.ui.widgets.problem_header import ProblemHeader
from flaxdrills.ui.widgets.reading_pane import Page

_DRAWN_S = 0.1
"""How long a verdict may take to be drawn before the next worker is prepared."""


class PracticeScreen(PositionedScreen):
    """Lesson, task and hints; the file; the report. In a narrow terminal the part that has the keys has the room."""

    DEFAULT_CSS = """
    PracticeScreen {
        #head { height: 1; padding: 0 1; }
        FileAndReport { height: 1fr; }
        &.-wide {
            FileAndReport { layout: horizontal; }
            ReadingPane { width: 1fr; margin-right: 1; }
            #file-and-report { width: 1fr; }
            CodeView, EditorPane { height: 1fr; min-height: 6; }
            ReportView { height: auto; min-height: 2; max-height: 60%; }
            &.-on-code ReportView { max-height: 40%; }
            &.-on-report ReportView { max-height: 80%; }
            /* Beside an editor in tmux the file is in sight anyway. */
            &.-low CodeView { min-height: 3; }
            &.-low ReportView { max-height: 85%; }
        }
        &.-narrow {
            FileAndReport { layout: vertical; }
            ReadingPane { height: 1fr; }
            #file-and-report { height: auto; }
            CodeView, EditorPane { height: 1; overflow: hidden hidden; }
            ReportView { height: auto; min-height: 2; max-height: 40vh; }
            .-has-report #file-and-report { height: 60%; }
            .-has-report ReportView, &.-on-report ReportView { height: 1fr; max-height: 100%; }
            &.-on-code, &.-on-report {
                ReadingPane { height: 1; }
                #file-and-report, .-has-report #file-and-report { height: 1fr; }
            }
            &.-on-code CodeView { height: 1fr; overflow: auto auto; }
            &.-on-code EditorPane { height: 1fr; }
            &.-on-code ReportView { height: auto; max-height: 4; }
            &.-on-code .-has-report ReportView { height: 45%; max-height: 100%; }
        }
        &.-whole {
            #file-and-report, .-has-report #file-and-report { height: 1fr; }
            &.-on-reading #file-and-report, &.-on-code ReadingPane, &.-on-report ReadingPane { display: none; }
            &.-on-code .-has-report ReportView, &.-on-code ReportView { display: none; }
            &.-on-report CodeView, &.-on-report EditorPane { height: 0; min-height: 0; border: none; }
            &.-on-report ReportView { height: 1fr; max-height: 100%; }
            ReadingPane { height: 1fr; }
        }
        &.-low .first, &.-low .more, &.-low .checks { margin-top: 0; }
    }
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012

    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "hint", "Hint", id="hint", tooltip="Take the next hint"),
        Binding("s", "solution", "Solution", id="solution", tooltip="See the reference solution"),
        Binding("x", "run_block", "Run block", id="run-block", tooltip="Run the lesson's block of code at ▶ here"),
        Binding(
            "X",
            "edit_block",
            "Edit block",
            id="edit-block",
            tooltip="Edit a copy of the block at ▶; a save runs it",
            show=False,
        ),
        Binding("l", "page('lesson')", "Lesson", id="lesson", tooltip="Read the lesson", show=False),
        Binding("t", "page('task')", "Task", id="task", tooltip="Read the task"),
        Binding("a", "attempts", "Attempts", id="attempts", tooltip="See what you ran, and what changed", show=False),
        Binding("m", "model", "Model", id="model", tooltip="See what your last run built as a tree", show=False),
        *saying_why(Binding("enter", "onward", "Next", id="onward", tooltip="After a pass: go on to what comes next")),
        Binding("n", "go(1)", "Next", id="next", tooltip="Go to the next problem"),
        *saying_why(Binding("w", "twin", "Twin", id="twin", tooltip="Go to its twin in the other API; or compare")),
        Binding("b", "go(-1)", "Previous", id="previous", tooltip="Go to the previous problem", show=False),
        Binding("escape", "app.pop_screen", "Back", id="back", tooltip="Go back; while a run goes on: cancel it"),
        Binding("slash", "app.find", "Find", id="find", tooltip="Find another problem", show=False),
        Binding("y", "copy", "Copy", id="copy", tooltip="Copy the block at ▶, your file, or the report", show=False),
        Binding("1", "to('reading')", "Reading", id="reading", tooltip="Go to what there is to read", show=False),
        Binding("2", "to('code')", "File", id="code", tooltip="Go to your file", show=False),
        Binding("3", "to('report')", "Report", id="report", tooltip="Go to the report", show=False),
        Binding("z", "whole", "Whole", id="whole", tooltip="Give one part the whole screen, or share it", show=False),
    ]

    def __init__(self, session: Session, problem: Problem, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._problem = problem
        self._settings = settings
        self._reading = RunnableLesson(session.lesson_runs, problem, settings, id="reading")
        self._texts = TextPages(self, session, problem, self._reading)
        self._solution = FileAndReport(session, problem, settings, self._reading)
        self._worker_status = WorkerStatus(session, problem)
        self._panes = Panes(self)
        self._twin: Twin | None = None
        """What is offered once this problem is solved."""
        self._twin_beside: Twin | None = None
        """The same where both are solved, to be compared; not while one of them is to be written from memory."""
        self._was_left = False
        self._was_cpu_offered = False
        """Whether another screen lay on this one, and the theme may be another."""
        self.title = problem.title

    def compose(self) -> ComposeResult:
        add_size_classes(self)
        with Horizontal(id="head"):
            yield ProblemHeader(markup=False)
            yield self._worker_status
        yield self._solution
        yield KeyFooter()

    def on_unmount(self) -> None:
        release_left_screens()

    async def on_mount(self) -> None:
        # Textual draws a screen as soon as it has its widgets, empty or not.
        with self.app.batch_update():
            self._texts.fill()
            self._offer(self._session.overview())
            await self._begin(self._session.standing(self._problem))

    async def _begin(self, standing: Standing) -> None:
        """Go to where the learner was, or to what they read first; where a review is due, that is the task."""
        position = self._session.positions.position(self._problem.id)
        is_new = standing.progress.status is Status.NEW
        if standing.can_be_reviewed:
            position = None
        if position is not None and self._reading.can_return(position):
            await self._reading.return_to(position)
        else:
            await self._reading.show(Page.LESSON if is_new or not self._reading.has(Page.TASK) else Page.TASK)
        # The report that was read then is not there any more.
        self.action_to("code" if position is not None and position.pane == "code" else "reading")

    def on_screen_resume(self, event: ScreenResume) -> None:
        # All that is new was styled as it was made.
        event.refresh_styles = event.refresh_styles and self._was_left

    def on_screen_suspend(self) -> None:
        self._was_left = True
        self.note_position()

    def note_position(self) -> None:
        """Tell the session which page is open, how far it was read, and which pane has the keys."""
        if self._panes.current:
            # The editor in the file's place is not open at the next start.
            pane = "code" if self._panes.is_writing else self._panes.current
            self._session.positions.leave_problem(self._problem.id, self._reading.position(pane))

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        # The focus tells of itself only when the screen was drawn once.
        if widget is not None and self.is_mounted:
            was_writing = self._panes.is_writing
            if self._panes.turn_to(widget) and was_writing is not self._panes.is_writing:
                self._solution.show_after_pass()
                self.refresh_bindings()
        super().set_focus(widget, scroll_visible, from_app_focus)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "twin":
                return (self._twin or self._twin_beside) is not None
            case "why_not":
                return not self.check_action(str(parameters[0]), ())
            case "onward":
                return self._solution.following is not None and not self._panes.is_writing
            case _:
                return True

    def on_file_and_report_changed(self) -> None:
        if self._solution.report is not None and self._panes.current != "report":
            self._panes.give_all(False)
        overview = self._session.overview()
        self._offer(overview)
        self.refresh_bindings()
        self.query_one(KeyFooter).put_first(*_wanted_keys(self._solution.report))
        track = next(track for track, _ in overview.tracks if track.id == self._problem.track)
        self.query_one(ProblemHeader).show(track, overview.standing(self._problem.id))

    def on_key(self) -> None:
        self._worker_status.wake()

    def on_file_and_report_worker_used(self) -> None:
        # Getting one ready takes a whole core, and the verdict is not drawn yet.
        self.set_timer(_DRAWN_S, self._worker_status.prepare)

    def on_worker_status_broken(self, event: WorkerStatus.Broken) -> None:
        if self._solution.report is None:
            self._solution.show_notice(f"No worker could be prepared. {event.why}")
        if event.needs_gpu and not self._was_cpu_offered:
            self._was_cpu_offered = True
            self._offer_cpu(event.why)

    @work(exclusive=True, group="ask")
    async def _offer_cpu(self, why: str) -> None:
        question = f"{why}\n\nUse the CPU until you leave the app?"
        if await self.app.push_screen_wait(ConfirmDialog("No GPU", question, likely=True)):
            self._solution.show_notice("Runs use the CPU until you leave the app. r runs your file.")
            self._worker_status.prepare_on_cpu()

    def cancel_run(self) -> bool:
        """Cancel what goes on; says whether there was anything."""
        if self._solution.check_action("cancel", ()):
            self._solution.action_cancel()
        elif self._reading.check_action("cancel_block", ()):
            self._reading.action_cancel_block()
        else:
            return False
        return True

    def action_to(self, pane: str) -> None:
        panes = {"reading": self._reading.pane, "code": self._solution.file_pane}
        # Asked of who has it: a screen that is left while it is being opened has no widgets to look among.
        panes.get(pane, self._solution.report_pane).focus()

    async def action_page(self, page: str) -> None:
        await self._texts.turn_to(Page(page))

    async def action_hint(self) -> None:
        await self._texts.take_hint()

    @work(exclusive=True, group="ask")
    async def action_solution(self) -> None:
        await self._texts.show_solution()

    async def action_run_block(self) -> None:
        await self._reading.run_block()

    def action_edit_block(self) -> None:
        self._reading.edit_block()

    def action_whole(self) -> None:
        """Give the part that has the keys the whole screen, or share it again; so does the next run."""
        self._panes.give_all(not self._panes.has_all)

    def action_copy(self) -> None:
        """Copy what is selected, or else what has the keys."""
        if self._panes.is_on_file:
            copy_text(self, self._solution.source)
        elif self._panes.current == "report":
            copy_text(self, self._solution.report_text)
        else:
            copy_text(self, self._reading.block or self._reading.text)

    def action_attempts(self) -> None:
        from flaxdrills.ui.screens.attempts_screen import AttemptsScreen

        report = self._solution.report
        passed = report is not None and report.verdict is Verdict.PASSED
        self.app.push_screen(AttemptsScreen(self._session, self._problem, comparing=passed))

    @work(exclusive=True, group="ask")
    async def action_model(self) -> None:
        await open_last_model(self._solution, self._problem.title)

    def action_go(self, step: int) -> None:
        overview = self._session.overview()
        if step > 0:
            problem = following(overview, self._problem)
        else:
            problem = self._session.catalogue.neighbour(self._problem, step)
        if problem is None:
            last = f"This is the last problem. {at_the_end(overview)}"
            self.notify(last if step > 0 else "This is the first problem.", markup=False)
        else:
            self._go_to(problem)

    def action_onward(self) -> None:
        if problem := self._solution.following:
            self._go_to(problem)

    def action_twin(self) -> None:
        if self._twin is not None:
            self._go_to(self._twin.problem)
        elif self._twin_beside is not None:
            from flaxdrills.ui.screens.twin_screen import TwinScreen

            self.app.push_screen(TwinScreen(self._session, self._problem, self._twin_beside.problem))

    def action_why_not(self, action: str) -> None:
        """Say why a key can do nothing now."""
        if action == "twin":
            self.notify(why_no_twin(self._session.overview(), self._problem), markup=False)
        elif self._solution.solution_run.passed:
            self.notify(f"Nothing follows. {at_the_end(self._session.overview())} {ANY_REVIEW}", markup=False)
        else:
            is_due = self._session.standing(self._problem).can_be_reviewed
            instead = "v begins the review that is due." if is_due else "n goes to the next problem."
            self.notify(f"enter goes on after a pass. {instead}", markup=False)

    def _go_to(self, problem: Problem) -> None:
        self.app.switch_screen(PracticeScreen(self._session, problem, self._settings))

    def _offer(self, overview: Overview) -> None:
        self._twin, self._twin_beside = overview.twin(self._problem), overview.twin_beside(self._problem)
        self.refresh_bindings()


def _wanted_keys(report: Report | None) -> tuple[str, ...]:
    """The keys that are wanted most, by the state of the run."""
    if report is None:
        return ("review", "edit", "run", "hint", "task", "solution", "twin")
    match report.verdict:
        case None:
            return ("cancel",)
        case Verdict.PASSED:
            return ("onward", "review", "grade", "twin", "unfold")
        case _:
            return ("edit", "hint", "task", "unfold")
