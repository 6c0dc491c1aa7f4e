"""Which way an editor is opened: the learner's setting, the editor and the terminal decide."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from textual.app import App

from flaxdrills.editors.choose_editor import choose_editor
from flaxdrills.editors.line_to_begin import line_to_edit
from flaxdrills.editors.tmux import NoRoomError, TmuxError, surrounding_tmux
from flaxdrills.judging.report import Report
from flaxdrills.practice.session import Session
from flaxdrills.practice.solution_files import SolutionFileError
from flaxdrills.problems.problem import Problem
from flaxdrills.system.settings import Settings
from flaxdrills.ui.editor.run_editor import Edited, edit_beside, edit_here, edit_in_window


@dataclass(frozen=True, slots=True)
class EditTarget:
    """A solution file, and the line that is wanted."""

    file: Path
    source: str
    function: str
    wrong_line: int | None = None
    """Where it went wrong, if that is known."""

    @property
    def line(self) -> int | None:
        """Where an editor that is started now begins."""
        return self.wrong_line or line_to_edit(self.source, self.function)


def edit_target(session: Session, problem: Problem, report: Report | None) -> EditTarget:
    """The learner's file, where `report` says that it went wrong. Raises SolutionFileError and CatalogueError."""
    file = session.path(problem)
    try:
        source = session.files.read(problem)
    except SolutionFileError:
        # An editor may well mend it.
        source = ""
    return EditTarget(file, source, problem.function, report.line if report is not None else None)


async def open_editor(
    app: App[None], settings: Settings, target: EditTarget, other_way: bool, on_leave: Callable[[], object]
) -> Edited:
    """Open the editor in tmux beside the app, or in the app's place; `other_way` is the one that is not set.

    `on_leave` is called before the terminal is left to it. Raises EditorError.
    """
    editor = choose_editor(settings.editor, os.environ)
    if not editor.needs_terminal:
        return await edit_in_window(editor, target.file, target.line)
    tmux, refused = surrounding_tmux(), ""
    if tmux is not None and settings.split is not other_way:
        try:
            return await edit_beside(
                app, tmux, editor.command(target.file, target.line), target.file, target.wrong_line
            )
        except NoRoomError as error:
            # Who set that panes are split sees that there is no room; who asked for it just now is told.
            refused = f"{error} So the editor was given the whole terminal." if other_way else ""
        except TmuxError as error:
            refused = f"{error} So the editor was given the whole terminal."
    on_leave()
    edited = await edit_here(app, editor, target.file, target.line)
    return replace(edited, notice=edited.notice or refused)
