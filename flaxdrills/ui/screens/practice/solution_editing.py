"""The learner's file in an editor, and what is saved to it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from textual.notifications import SeverityLevel
from textual.widget import Widget
from textual.worker import WorkType

from flaxdrills.editors.choose_editor import EditorError, NoEditorError
from flaxdrills.editors.file_watch import saves
from flaxdrills.judging.report import Report
from flaxdrills.practice.session import Session
from flaxdrills.practice.solution_files import SolutionFileError
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError, read_file
from flaxdrills.system.settings import Settings
from flaxdrills.ui.editor.editor_pane import EditorPane
from flaxdrills.ui.editor.open_editor import edit_target, open_editor
from flaxdrills.ui.editor.run_editor import Edited
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog

_GROUP = "watch"


class SolutionEditing:
    """Opens the file of `problem`, in `pane` where there is no other editor, and calls `on_save` when it is saved.

    `owner` is the widget with which that ends.
    """

    def __init__(
        self,
        owner: Widget,
        session: Session,
        problem: Problem,
        settings: Settings,
        pane: EditorPane,
        on_save: Callable[[], None],
    ) -> None:
        self._owner = owner
        self._session = session
        self._problem = problem
        self._settings = settings
        self._pane = pane
        self._on_save = on_save
        self._is_open = False

    def follow(self, path: Path) -> None:
        """Call `on_save` from now on when `path` is saved."""

        async def follow() -> None:
            await self._follow(path)

        work: WorkType[None] = follow
        self._owner.run_worker(work, group=_GROUP, exclusive=True, exit_on_error=False)

    def follow_no_more(self) -> None:
        """Do not call it any more."""
        self._owner.workers.cancel_group(self._owner, _GROUP)

    async def edit(self, report: Report | None, other_way: bool) -> bool:
        """Open the file, at the line that went wrong by `report`; says whether to run it now."""
        if self._is_open:
            return False
        is_away = False

        def leave() -> None:
            nonlocal is_away
            is_away = True
            # What is saved in there is run once, at the end: the next look at the file is a first one.
            self.follow_no_more()

        self._is_open = True
        try:
            target = edit_target(self._session, self._problem, report)
            try:
                edited = await open_editor(self._owner.app, self._settings, target, other_way, leave)
            except NoEditorError:
                edited = await self._pane.open(target)
            except EditorError as error:
                why = str(error)
                question = f"{why[:1].upper()}{why[1:]}\n\nWrite in the app's own editor instead?"
                if not await self._owner.app.push_screen_wait(ConfirmDialog("Editor", question, likely=True)):
                    return False
                edited = await self._pane.open(target)
        except (SolutionFileError, CatalogueError) as error:
            self._owner.notify(str(error), severity="error", timeout=10, markup=False)
            return False
        finally:
            self._is_open = False
        if is_away:
            self.follow(target.file)
        notify_edited(self._owner, edited)
        # What was not touched and has its report would come to the same, and count as another try.
        # Nor is it a try to look at the stub.
        return edited.is_saved or (report is None and not edited.is_watched and not self._is_stub)

    async def _follow(self, path: Path) -> None:
        async for _ in saves(path):
            self._pane.show_saved()
            self._on_save()

    @property
    def _is_stub(self) -> bool:
        """Whether nothing was written yet."""
        with contextlib.suppress(SolutionFileError, CatalogueError):
            return self._session.files.read(self._problem) == read_file(self._problem, "stub.py")
        return False


def notify_edited(widget: Widget, edited: Edited) -> None:
    """Say what the learner is to know of an editor that was opened."""
    if edited.notice:
        severity: SeverityLevel = "warning" if edited.is_fault else "information"
        widget.notify(edited.notice, severity=severity, timeout=10, markup=False)
