"""The app's own editor at a solution file, for those who have no other."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from flaxdrills.practice.draft import Draft
from flaxdrills.practice.session import Session
from flaxdrills.practice.solution_files import SolutionFileError
from flaxdrills.problems.problem import Problem
from flaxdrills.system.english import plural
from flaxdrills.system.python_source import LARGE
from flaxdrills.ui.editor.open_editor import EditTarget
from flaxdrills.ui.editor.run_editor import Edited
from flaxdrills.ui.widgets.code_view import CodeView

if TYPE_CHECKING:
    from flaxdrills.ui.editor.code_editor import CodeEditor

_LINE_END = re.compile(r"\r\n|\r|\n")

_OPEN = Edited(is_watched=True)

_DRAFT_S = 0.2
"""How long what is typed may not be kept yet: the app may be killed at any moment."""


class EditorPane(Vertical):
    """Takes the place of the code while it is written. Nothing that was typed is lost: leaving saves."""

    DEFAULT_CSS = """
    EditorPane { display: none; }
    """

    def __init__(self, session: Session, problem: Problem, name: str, code: CodeView) -> None:
        super().__init__(id="editor", classes="pane")
        self._session = session
        self._problem = problem
        self._code = code
        self._file_name = name
        self._draft_file: Draft | None = None
        self._editor: CodeEditor | None = None
        self._pause: Timer | None = None

    @property
    def has_unsaved(self) -> bool:
        """Whether something was typed that is not in the file."""
        return self._editor is not None and self._draft_file is not None and self._editor.text != self._draft_file.known

    @property
    def pane(self) -> Widget:
        """What takes the keys where the file is."""
        return self._editor if self.display and self._editor is not None else self._code

    async def open(self, target: EditTarget) -> Edited:
        """Let the file be written in place of the code, at the line that is wanted.

        Raises SolutionFileError and CatalogueError.
        """
        # It takes its time to import, and few need it.
        from flaxdrills.ui.editor.code_editor import CodeEditor

        if self.display and self._editor is not None:
            self._editor.focus()
            return _OPEN
        draft_file = self._session.draft(self._problem)
        text, draft = draft_file.read(), draft_file.draft()
        if len(text) > LARGE:
            lines = len(text.splitlines())
            raise SolutionFileError(
                f"{target.file} is too long for the app's own editor: {lines:,} {plural(lines, 'line')}, "
                f"{len(text):,} characters. Use a different editor: a save runs the file."
            )
        if not _can_be_kept(text):
            raise SolutionFileError(
                f"{target.file} has line ends that the app's own editor would change. Use a different editor."
            )
        self._draft_file = draft_file
        was_new = self._editor is None
        if self._editor is None:
            self._editor = CodeEditor(text, id="editor-text")
            await self.mount(self._editor)
        elif self._editor.text != text:
            self._editor.change_text(text)
        line = target.wrong_line or (target.line if was_new else None)
        if line is not None:
            self.call_after_refresh(self._editor.show_line, line)
        if draft is not None and draft != text and _can_be_kept(draft):
            self._editor.change_text(draft)
            self.notify("What you had typed and not saved is back. ctrl+z takes it away.", timeout=10)
        self._editor.mark(target.wrong_line)
        self.display, self._code.display = True, False
        self._editor.focus()
        self._write_title()
        return _OPEN

    def mark(self, line: int | None) -> None:
        """Show which line went wrong, unless it was changed since."""
        if self._editor is not None and not self.has_unsaved:
            self._editor.mark(line)

    def save(self) -> bool:
        """Save what was typed, which runs it; says whether that was possible."""
        if self._editor is None or self._draft_file is None:
            return True
        try:
            kept = self._draft_file.save(self._editor.text)
        except SolutionFileError as error:
            self.notify(str(error), severity="error", timeout=10, markup=False)
            return False
        if kept is not None:
            self._warn(f"Another program had changed your file. What it wrote there is now {kept}")
        self._write_title()
        return True

    def close(self) -> bool:
        """Save what was typed, and give the place back; says whether that was possible."""
        if self.has_unsaved and not self.save():
            return False
        had_focus = self.has_focus_within
        self.display, self._code.display = False, True
        if had_focus:
            self._code.focus()
        return True

    def show_saved(self) -> None:
        """Show what another program saved, unless that would lose what was typed."""
        if not self.display or self._editor is None or self._draft_file is None:
            return
        try:
            saved = self._session.files.read(self._problem)
        except SolutionFileError:
            return
        if saved == self._draft_file.known:
            return
        if self.has_unsaved or not _can_be_kept(saved):
            self._warn("Another program changed your file. If you save, what it wrote there goes to the history.")
            return
        self._draft_file.known = saved
        self._editor.change_text(saved)

    def on_text_area_changed(self) -> None:
        self._write_title()
        if self._pause is None:
            self._pause = self.set_timer(_DRAFT_S, self._keep_draft)

    def on_code_editor_save_asked(self) -> None:
        self.save()

    def on_code_editor_leave_asked(self) -> None:
        self.close()

    def on_unmount(self) -> None:
        if self.has_unsaved and not self.save():
            self._keep_draft()

    def _keep_draft(self) -> None:
        self._pause = None
        if self._editor is None or self._draft_file is None:
            return
        if self.has_unsaved:
            with contextlib.suppress(SolutionFileError):
                self._draft_file.keep_draft(self._editor.text)
        else:
            self._draft_file.drop_draft()

    def _write_title(self) -> None:
        self.border_title = Content(f" {self._file_name} · not saved " if self.has_unsaved else f" {self._file_name} ")

    def _warn(self, text: str) -> None:
        self.notify(text, severity="warning", timeout=10, markup=False)


def _can_be_kept(text: str) -> bool:
    """Whether the editor, which takes more for a line end than Python does, would give `text` back as it is."""
    ends = set(_LINE_END.findall(text))
    lines = _LINE_END.split(text)
    # After a last line end comes no line, as there is none in an empty text.
    return len(ends) < 2 and text.splitlines() == (lines if lines[-1] else lines[:-1])
