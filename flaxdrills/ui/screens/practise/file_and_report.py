"""What lies on the desk: what there is to read, the learner's file, and the report of the last run."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.notifications import SeverityLevel
from textual.widget import Widget

from flaxdrills.editors.editor import EditorError, NoEditorError
from flaxdrills.editors.file_watch import saves
from flaxdrills.editors.tmux import tmux_around
from flaxdrills.practice.session import Session
from flaxdrills.practice.solution_files import SolutionFileError
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError, read_file
from flaxdrills.system.settings import Settings
from flaxdrills.ui.editor.open_editor import edit_target, open_editor
from flaxdrills.ui.messages import Practise
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from flaxdrills.ui.screens.practise.review_wording import review_notice
from flaxdrills.ui.screens.practise.solution_run import SolutionRun
from flaxdrills.ui.widgets.reading_pane import ReadingPane

_RUN_BEFORE = "You ran this before: a shows what became of it, r runs your file as it is."


class FileAndReport(SolutionRun):
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

    def __init__(self, session: Session, problem: Problem, settings: Settings, reading: ReadingPane) -> None:
        super().__init__(session, problem, settings)
        self._reading = reading
        self._is_editing = False
        self._is_in_tmux = tmux_around() is not None

    def compose(self) -> ComposeResult:
        yield self._reading
        with Vertical(id="bench"):
            yield self._code
            yield self._pad
            yield self._view

    async def on_mount(self) -> None:
        try:
            path = await asyncio.to_thread(self._session.open, self._problem)
        except (SolutionFileError, CatalogueError) as error:
            self._code.show_fault(str(error))
        else:
            if not self.is_attached:
                return
            self.screen.sub_title = f"Your file is {path}"
            self._show_file()
            self._follow(path)
            standing = self._session.standing(self._problem)
            if standing.progress.attempts:
                self._view.idle = _RUN_BEFORE
            if notice := review_notice(standing):
                self.say(notice)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "edit":
            return parameters != (True,) or self._is_in_tmux
        return super().check_action(action, parameters)

    @work(exclusive=True, group="edit", exit_on_error=False)
    async def action_edit(self, other_way: bool = False) -> None:
        """Open the file in the learner's editor, at the line that went wrong; what is saved there is run."""
        if self._is_editing:
            return
        is_away = False

        def leave() -> None:
            nonlocal is_away
            is_away = True
            # What is saved in there is run once, at the end: the next look at the file is a first one.
            self.workers.cancel_group(self, "watch")

        self._is_editing = True
        try:
            spot = edit_target(self._session, self._problem, self.report)
            try:
                edited = await open_editor(self.app, self._settings, spot, other_way, leave)
            except NoEditorError:
                edited = await self._pad.open(spot)
        except (EditorError, SolutionFileError, CatalogueError) as error:
            self.notify(str(error), severity="error", timeout=10, markup=False)
            return
        finally:
            self._is_editing = False
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
        with contextlib.suppress(SolutionFileError, CatalogueError):
            return self._session.files.read(self._problem) == read_file(self._problem, "stub.py")
        return False

    @property
    def file_pane(self) -> Widget:
        """What takes the keys where the file is."""
        return self._pad.pane

    @work(exclusive=True, group="reset", exit_on_error=False)
    async def action_reset(self) -> None:
        """Begin anew with the stub, and say where the old file is."""
        question = "Begin anew with the stub? Your file is moved to the history, not deleted."
        if not await self.app.push_screen_wait(ConfirmDialog("Reset", question)):
            return
        await self._begin_anew()

    async def action_review(self) -> None:
        """Begin the review that is due."""
        await self._begin_anew()

    async def _begin_anew(self) -> None:
        if self.check_action("cancel", ()):
            self.action_cancel()
        self.workers.cancel_group(self, "watch")
        if not self._pad.close():
            return
        try:
            kept = await asyncio.to_thread(self._session.reset, self._problem)
            path = self._session.files.path(self._problem)
        except (SolutionFileError, CatalogueError) as error:
            self.notify(str(error), severity="error", timeout=10, markup=False)
            return
        if self._session.standing(self._problem).progress.review.is_review:
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
