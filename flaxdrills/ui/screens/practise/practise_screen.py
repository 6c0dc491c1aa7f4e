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
from flaxdrills.practice.next_problem import following
from flaxdrills.practice.session import Session
from flaxdrills.problems.problem import Problem, Track
from flaxdrills.progress.overview import Overview, Standing, Twin
from flaxdrills.progress.problem_progress import Status
from flaxdrills.system.settings import Settings
from flaxdrills.ui.left_screens import release_left_screens
from flaxdrills.ui.screens.practise.file_and_report import FileAndReport
from flaxdrills.ui.screens.practise.open_model import look_at_model
from flaxdrills.ui.screens.practise.problem_texts import TextsScreen
from flaxdrills.ui.screens.practise.worker_status import WorkerStatus
from flaxdrills.ui.terminal.clipboard import copy_text
from flaxdrills.ui.terminal.first_frame import fit
from flaxdrills.ui.widgets.key_footer import KeyFooter
from flaxdrills.ui.widgets.problem_header import ProblemHeader
from flaxdrills.ui.widgets.reading_pane import Page

_DRAWN_S = 0.1
"""How long a verdict may take to be drawn before the next worker is prepared."""


class PractiseScreen(TextsScreen):
    """Lesson, task and hints; the file; the report. In a narrow terminal the part that has the keys has the room."""

    DEFAULT_CSS = """
    PractiseScreen {
        #head { height: 1; padding: 0 1; }
        FileAndReport { height: 1fr; }
        &.-wide {
            FileAndReport { layout: horizontal; }
            ReadingPane { width: 1fr; margin-right: 1; }
            #bench { width: 1fr; }
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
            #bench { height: auto; }
            CodeView, EditorPane { height: 1; overflow: hidden hidden; }
            ReportView { height: auto; min-height: 2; max-height: 40vh; }
            .-told #bench { height: 60%; }
            .-told ReportView, &.-on-report ReportView { height: 1fr; max-height: 100%; }
            &.-on-code, &.-on-report {
                ReadingPane { height: 1; }
                #bench, .-told #bench { height: 1fr; }
            }
            &.-on-code CodeView { height: 1fr; overflow: auto auto; }
            &.-on-code EditorPane { height: 1fr; }
            &.-on-code ReportView { height: auto; max-height: 4; }
            &.-on-code .-told ReportView { height: 45%; max-height: 100%; }
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
        Binding("t", "page('task')", "Task", id="task", tooltip="Read the task", show=False),
        Binding("a", "attempts", "Attempts", id="attempts", tooltip="See what you ran, and what changed", show=False),
        Binding("m", "model", "Model", id="model", tooltip="See what your last run built as a tree", show=False),
        Binding("enter", "onward", "Next", id="onward", tooltip="After a pass: go on to what comes next"),
        Binding("n", "go(1)", "Next", id="next", tooltip="Go to the next problem"),
        Binding("w", "twin", "Twin", id="twin", tooltip="Go to the same idea in the other API"),
        Binding("b", "go(-1)", "Previous", id="previous", tooltip="Go to the previous problem", show=False),
        Binding("escape", "app.pop_screen", "Back", id="back", tooltip="Go back; while a run goes on: cancel it"),
        Binding("slash", "app.find", "Find", id="find", tooltip="Find another problem", show=False),
        Binding("y", "copy", "Copy", id="copy", tooltip="Copy the block at ▶, your file, or the report", show=False),
        Binding("1", "to('reading')", "Reading", id="reading", tooltip="Go to what there is to read", show=False),
        Binding("2", "to('code')", "File", id="code", tooltip="Go to your file", show=False),
        Binding("3", "to('report')", "Report", id="report", tooltip="Go to the report", show=False),
    ]

    def __init__(self, session: Session, problem: Problem, settings: Settings) -> None:
        super().__init__(session, problem, settings)
        self._twin: Twin | None = None
        """What is offered once this problem is solved."""
        self._was_left = False
        """Whether another screen lay on this one, and the theme may be another."""
        self._part = ""
        """Which part has the room."""
        self.title = problem.title

    def compose(self) -> ComposeResult:
        fit(self)
        with Horizontal(id="head"):
            yield ProblemHeader(markup=False)
            yield WorkerStatus(self._session, self._problem)
        yield FileAndReport(self._session, self._problem, self._settings, self._reading)
        yield KeyFooter()

    def on_unmount(self) -> None:
        release_left_screens()

    async def on_mount(self) -> None:
        # Textual draws a screen as soon as it has its widgets, empty or not.
        with self.app.batch_update():
            await self._fill()

    async def _fill(self) -> None:
        self._write_texts()
        overview = self._session.overview()
        self._offer(overview.twin(self._problem))
        _, standing = _place(overview, self._problem)
        is_new = standing.progress.status is Status.NEW or not self._reading.has(Page.TASK)
        spot = self._session.positions.position(self._problem.id)
        if spot is not None and self._reading.can_return(spot):
            await self._reading.return_to(spot)
        else:
            await self._reading.show(Page.LESSON if is_new else Page.TASK)
        # The report that was read then is not there any more.
        part = "code" if spot is not None and spot.pane == "code" else "reading"
        self.action_to(part)

    def on_screen_resume(self, event: ScreenResume) -> None:
        # All that is new was styled as it was made.
        event.refresh_styles = event.refresh_styles and self._was_left

    def on_screen_suspend(self) -> None:
        self._was_left = True
        self.note_position()

    def note_position(self) -> None:
        """Remember which page is open, how far it was read, and which pane has the keys."""
        part = next((pane.id for pane in self.query(".pane.-on")), None)
        if part is not None:
            # The editor in the file's place is not open at the next start.
            position = self._reading.spot("code" if part == "pad" else part)
            self._session.positions.leave_problem(self._problem.id, position)

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        # The focus tells of itself only when the screen was drawn once.
        if widget is not None and self.is_mounted:
            self._turn_to(widget)
        super().set_focus(widget, scroll_visible, from_app_focus)

    def _turn_to(self, widget: Widget) -> None:
        """Give the room to the part that `widget`, which has the keys, is in."""
        part = {"code": "code", "pad-text": "pad", "report": "report"}.get(widget.id or "", "reading")
        if part == self._part:
            return
        self._part = part
        panes = self.query(".pane")
        for pane in panes:
            pane.set_class(pane.id == part, "-on", update=False)
        self.set_class(part in ("code", "pad"), "-on-code", update=False)
        if self.has_class("-writing") != (part == "pad"):
            self.set_class(part == "pad", "-writing", update=False)
            self.query_one(FileAndReport).say_onward()
            self.refresh_bindings()
        self.set_class(part == "report", "-on-report", update=False)
        # Of what is below them nothing looks different, and a lesson has dozens of widgets.
        self.app.stylesheet.update_nodes([*panes, self.query_one("#bench")])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "twin":
                return self._twin is not None
            case "onward":
                return (
                    self.is_mounted
                    and self.query_one(FileAndReport).following is not None
                    and not self.has_class("-writing")
                )
            case _:
                return True

    def on_solution_run_changed(self) -> None:
        overview = self._session.overview()
        self._offer(overview.twin(self._problem))
        self.refresh_bindings()
        self.query_one(KeyFooter).put_first(*_what_matters(self.query_one(FileAndReport).report))
        self.query_one(ProblemHeader).show(*_place(overview, self._problem))

    def on_key(self) -> None:
        self.query_one(WorkerStatus).wake()

    def on_solution_run_freed(self) -> None:
        # Getting one ready takes a whole core, and the verdict is not drawn yet.
        self.set_timer(_DRAWN_S, self.query_one(WorkerStatus).prepare)

    def on_worker_status_broken(self, event: WorkerStatus.Broken) -> None:
        desk = self.query_one(FileAndReport)
        if desk.report is None:
            desk.say(f"No worker could be prepared. {event.why}")

    def action_to(self, part: str) -> None:
        desk = self.query_one(FileAndReport)
        {"reading": self._reading.pane, "code": desk.file_pane}.get(part, self.query_one("#report")).focus()

    def cancel_run(self) -> bool:
        """Cancel what goes on; says whether there was anything."""
        desk = self.query_one(FileAndReport)
        if desk.check_action("cancel", ()):
            desk.action_cancel()
        elif self._reading.check_action("cancel_block", ()):
            self._reading.action_cancel_block()
        else:
            return False
        return True

    def action_copy(self) -> None:
        """Copy what is selected, or else what has the keys."""
        if self.has_class("-on-code") or self.has_class("-on-report"):
            desk = self.query_one(FileAndReport)
            copy_text(self, desk.source if self.has_class("-on-code") else desk.told)
        else:
            copy_text(self, self._reading.block or self._reading.text)

    def action_attempts(self) -> None:
        from flaxdrills.ui.screens.attempts_screen import AttemptsScreen

        report = self.query_one(FileAndReport).report
        passed = report is not None and report.verdict is Verdict.PASSED
        self.app.push_screen(AttemptsScreen(self._session, self._problem, comparing=passed))

    @work(exclusive=True, group="ask")
    async def action_model(self) -> None:
        await look_at_model(self.query_one(FileAndReport), self._problem.title)

    def action_go(self, step: int) -> None:
        if step > 0:
            problem = following(self._session.overview(), self._problem)
        else:
            problem = self._session.catalogue.neighbour(self._problem, step)
        if problem is None:
            self.notify("This is the last problem." if step > 0 else "This is the first problem.")
        else:
            self._turn_over(problem)

    def action_onward(self) -> None:
        if problem := self.query_one(FileAndReport).following:
            self._turn_over(problem)

    def action_twin(self) -> None:
        if self._twin is not None:
            self._turn_over(self._twin.problem)

    def _turn_over(self, problem: Problem) -> None:
        self.app.switch_screen(PractiseScreen(self._session, problem, self._settings))

    def _offer(self, twin: Twin | None) -> None:
        if twin != self._twin:
            self._twin = twin
            self.refresh_bindings()


def _what_matters(report: Report | None) -> tuple[str, ...]:
    """The keys that are wanted most, by the state of the run."""
    if report is None:
        return ("review", "edit", "run", "hint", "solution", "twin")
    match report.verdict:
        case None:
            return ("cancel",)
        case Verdict.PASSED:
            return ("onward", "review", "grade", "twin", "unfold")
        case _:
            return ("edit", "hint", "unfold")


def _place(overview: Overview, problem: Problem) -> tuple[Track, Standing]:
    """Where `problem` stands in the catalogue, and the learner with it."""
    return next(
        (track, standing)
        for track, standings in overview.tracks
        for standing in standings
        if standing.problem.id == problem.id
    )
