"""What lies on the desk: what there is to read, the learner's file, and the report of the last run."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.reactive import var
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from flaxdrills.catalogue import CatalogueError
from flaxdrills.editor import EditorError, NoEditorError
from flaxdrills.plain import lines_of
from flaxdrills.problem import Problem
from flaxdrills.report import Report, Verdict
from flaxdrills.session import Session
from flaxdrills.settings import Settings
from flaxdrills.tmux import tmux_around
from flaxdrills.ui.opening import open_editor, spot_in
from flaxdrills.ui.requests import Practise
from flaxdrills.ui.screens.confirm import ConfirmScreen
from flaxdrills.ui.screens.pad import Pad
from flaxdrills.ui.screens.reviewing import Onward, onward, review_notice
from flaxdrills.ui.trouble import say_trouble
from flaxdrills.ui.widgets.code_view import CodeView
from flaxdrills.ui.widgets.reading import Reading
from flaxdrills.ui.widgets.report_view import ReportView
from flaxdrills.watch import saves
from flaxdrills.workspace import WorkspaceError

_RUN_BEFORE = "You ran this before: a shows what became of it, and r runs your file as it is now."

_PATIENCE_S = 0.12
"""How long a growing report waits to be shown: most verdicts come sooner, and drawing twice would delay them."""
_SLOW_S = 0.3
"""How long it waits over a slow line, once it is shown."""

_COMING_AND_GOING = ("cancel", "review", "grade", "unfold")
"""The actions that cannot be taken at all times."""


class Desk(Container):
    """Edits the file, runs it, and follows what is saved to it. All that takes keys on the screen is in here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Edit", id="edit", tooltip="Edit your file; a save runs it"),
        Binding("E", "edit(True)", "Split", id="edit.other", tooltip="Edit in tmux the other way", show=False),
        Binding("r", "run", "Run", id="run", tooltip="Run your file as it is on disk"),
        Binding("v", "review", "Review", id="review", tooltip="Begin the review; what you wrote is kept"),
        Binding("g", "grade", "Grade", id="grade", tooltip="Change how well you remembered it"),
        Binding("escape", "cancel", "Cancel", id="cancel", tooltip="Cancel the run that goes on"),
        Binding("f", "unfold", "More", id="unfold", tooltip="Show all of the report, or its beginning"),
        Binding("ctrl+r", "reset", "Reset", id="reset", tooltip="Begin anew; your old file is kept", show=False),
    ]

    report: var[Report | None] = var(None)

    class Changed(Message):
        """There is another report, or none."""

        def __init__(self, keys: frozenset[str]) -> None:
            self.keys = keys
            """Which of the actions that come and go can be taken now."""
            super().__init__()

    class Freed(Message):
        """A run is over, and its worker is used up."""

    def __init__(self, session: Session, problem: Problem, settings: Settings, reading: Reading) -> None:
        super().__init__()
        self._session = session
        self._problem = problem
        self._settings = settings
        self._run = 0
        """The number of the run that is shown; older ones are no longer listened to."""
        self._editing = False
        self._is_in_tmux = tmux_around() is not None
        self._rounds = 0
        """How many rounds were over when the run began."""
        self._is_file_new = False
        """Whether what the code pane shows is older than the run."""
        self._onward: Onward | None = None
        self._later: Timer | None = None
        """Runs out when a report that is still growing is to be shown."""
        self._reading = reading
        name = f"{problem.id.replace('-', '_')}.py"
        self._code = CodeView(name, id="code")
        self._pad = Pad(session, problem, name, self._code)
        self._view = ReportView(limit_s=problem.limits.run_s, id="report")

    def compose(self) -> ComposeResult:
        yield self._reading
        with Vertical(id="bench"):
            yield self._code
            yield self._pad
            yield self._view

    def on_mount(self) -> None:
        try:
            path = self._session.open(self._problem)
        except (WorkspaceError, CatalogueError) as error:
            self._code.show_fault(str(error))
        else:
            self.screen.sub_title = f"Your file is {path}"
            self._show_file()
            self._follow(path)
            if self._session.history(self._problem):
                self._view.idle = _RUN_BEFORE
            if notice := review_notice(self._session, self._problem):
                self.say(notice)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "cancel":
                return self.report is not None and self.report.verdict is None
            case "edit":
                return parameters != (True,) or self._is_in_tmux
            case "review":
                return self._session.can_review(self._problem)
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

    def _can(self, action: str) -> bool:
        return self.check_action(action, ()) is True

    @property
    def following(self) -> Problem | None:
        """Where to go on to after the pass that is shown."""
        passed = self.report is not None and self.report.verdict is Verdict.PASSED
        return self._onward.problem if passed and self._onward else None

    @property
    def _was_graded(self) -> bool:
        """Whether the run that is shown ended a round."""
        passed = self.report is not None and self.report.verdict is Verdict.PASSED
        return passed and self._session.review(self._problem).rounds > self._rounds

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
        self.post_message(self.Changed(frozenset(filter(self._can, _COMING_AND_GOING))))

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
        self._rounds = self._session.review(self._problem).rounds
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
        def hear(report: Report) -> None:
            # What an older run still says must not get into the report of a newer one.
            if run != self._run or not self.is_attached:
                return
            is_over = report.verdict is not None and self.check_action("cancel", ())
            if is_over:
                passed = report.verdict is Verdict.PASSED
                was_graded = passed and self._session.review(self._problem).rounds > self._rounds
                self._say_onward(was_graded)
                self._view.comparing = report.is_mistaken
            self.report = report
            if is_over:
                self.post_message(self.Freed())

        try:
            await self._session.submit(self._problem, hear, describe=True)
        except WorkspaceError as error:
            self.say(str(error))
        except CatalogueError as error:
            self.notify(str(error), severity="warning", timeout=10, markup=False)
        finally:
            if run == self._run:
                self._view.comparing = False

    @work(exclusive=True, group="edit", exit_on_error=False)
    async def action_edit(self, other_way: bool = False) -> None:
        """Open the file in the learner's editor, at the line that went wrong; what is saved there is run."""
        if self._editing:
            return
        is_away = False

        def leave() -> None:
            nonlocal is_away
            is_away = True
            # What is saved in there is run once, at the end: the next look at the file is a first one.
            self.workers.cancel_group(self, "watch")

        self._editing = True
        try:
            spot = spot_in(self._session, self._problem, self.report)
            try:
                edited = await open_editor(self.app, self._settings, spot, other_way, leave)
            except NoEditorError:
                edited = await self._pad.open(spot)
        except (EditorError, WorkspaceError, CatalogueError) as error:
            self.notify(str(error), severity="error", timeout=10, markup=False)
            return
        finally:
            self._editing = False
        if is_away:
            self._follow(spot.file)
        if edited.notice:
            severity: SeverityLevel = "warning" if edited.is_fault else "information"
            self.notify(edited.notice, severity=severity, timeout=10, markup=False)
        # What was not touched and has its report would come to the same, and count as another try.
        # Nor is it a try to look at the stub.
        if edited.is_saved or (self.report is None and not edited.is_watched and not self._is_stub):
            self._run_file()

    @property
    def _is_stub(self) -> bool:
        """Whether nothing was written yet."""
        with contextlib.suppress(WorkspaceError, CatalogueError):
            return self._session.source(self._problem) == self._session.texts(self._problem).stub
        return False

    @property
    def file_pane(self) -> Widget:
        """What takes the keys where the file is."""
        return self._pad.pane

    @work(exclusive=True, group="reset", exit_on_error=False)
    async def action_reset(self) -> None:
        """Begin anew with the stub, and say where the old file is."""
        question = "Begin anew with the stub? Your file is moved to the history, not deleted."
        if not await self.app.push_screen_wait(ConfirmScreen("Reset", question)):
            return
        self._begin_anew()

    def action_review(self) -> None:
        """Begin the review that is due."""
        self._begin_anew()

    def action_grade(self) -> None:
        """Say that it was remembered better than that; after the best grade comes the worst."""
        grade = self._session.review(self._problem).grade
        if grade is None:
            return
        self._session.regrade(self._problem, grade.following)
        say_trouble(self, self._session)
        self._say_onward(was_graded=True)

    def action_unfold(self) -> None:
        """Show all of the report, or its beginning, with the room that it has when it has the keys."""
        self._view.focus(scroll_visible=False)
        self._view.action_unfold()

    def _say_onward(self, was_graded: bool) -> None:
        self._onward = onward(self._session, self._problem, was_graded)
        # In the editor enter, g and w are written.
        first = "\nesc leaves the editor first." if self._pad.display else ""
        self._view.onward = f"{self._onward.text}{first}"

    def _begin_anew(self) -> None:
        if self.check_action("cancel", ()):
            self.action_cancel()
        self.workers.cancel_group(self, "watch")
        if not self._pad.close():
            return
        try:
            kept = self._session.reset(self._problem)
            path = self._session.path(self._problem)
        except (WorkspaceError, CatalogueError) as error:
            self.notify(str(error), severity="error", timeout=10, markup=False)
            return
        if self._session.review(self._problem).is_review:
            # The hints and the solution that can still be read are those of the round before.
            self.post_message(Practise(self._problem))
            return
        self._follow(path)
        self.say(f"This is a fresh stub. Your old file is {kept}" if kept else "This is a fresh stub.")
        self._show_file()

    @work(exclusive=True, group="watch", exit_on_error=False)
    async def _follow(self, path: Path) -> None:
        async for _ in saves(path):
            self._pad.look_again()
            self._run_file()

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
            self._code.show(self._session.source(self._problem))
        except WorkspaceError as error:
            self._code.show_fault(str(error))
