"""The learner's file, read only."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.widgets import Static

from flaxdrills.editors.line_to_begin import first_definition
from flaxdrills.ui.widgets.numbered_code import NumberedCode


class CodeView(ScrollableContainer):
    """A Python file with line numbers, and the line that went wrong."""

    DEFAULT_CSS = """
    CodeView {
        overflow: hidden auto;
        Static { padding: 0 1; color: $text-muted; display: none; }
        .fault { color: $text-warning; }
        &.-saying { Static { display: block; } NumberedCode { display: none; } }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "docstring", "Docstring", id="docstring", tooltip="Unfold your file's docstring, or fold it"),
    ]

    def __init__(self, name: str, id: str | None = None) -> None:
        super().__init__(id=id, classes="pane")
        self.border_title = Content(f" {name} ")
        self.source = ""
        """What is shown."""
        self._line: int | None = None
        self._begin = 1
        """Where docstring and imports end."""
        self._text = NumberedCode(folding=True)
        self._message = Static(markup=False)
        """What is said in place of the file."""

    def compose(self) -> ComposeResult:
        yield self._text
        yield self._message

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "docstring" or self._text.has_docstring

    def action_docstring(self) -> None:
        """Show all of the docstring, which is the task, or its first line alone."""
        self._text.fold(not self._text.is_folding)
        self.scroll_home(animate=False)

    def on_resize(self) -> None:
        # Who unfolded it reads from the top.
        if self._text.is_folding or self._line is not None:
            self._reveal()

    def show(self, source: str) -> None:
        """Show `source`, with no line marked."""
        self._line = None
        if source != self.source or self.has_class("-saying"):
            self.source, self._begin = source, first_definition(source) or 1
            self.call_after_refresh(self._reveal)
        self.remove_class("-saying")
        self._text.show(source)
        self._text.mark(None)

    def cover(self, message: str) -> None:
        """Say in place of the file, which is not to be seen now, why that is."""
        self.source = ""
        self._say(message, is_fault=False)

    def show_fault(self, message: str) -> None:
        """Say in one sentence why there is nothing to show."""
        self._say(message, is_fault=True)

    def mark(self, line: int | None) -> None:
        """Mark `line` (from 1), and bring it into view."""
        if line == self._line or self.has_class("-saying"):
            return
        self._line = line
        self._text.mark(line)
        if line is not None:
            self.call_after_refresh(self._reveal)

    def _say(self, message: str, *, is_fault: bool) -> None:
        self._message.update(message)
        self._message.set_class(is_fault, "fault")
        self.add_class("-saying")

    def _reveal(self) -> None:
        """Bring the marked line into view; without one, what comes after docstring and imports."""
        height = self.scrollable_content_region.height
        if self._line is not None:
            self.scroll_to(y=self._text.row_of(self._line) - height // 2, animate=False, immediate=True)
        else:
            self.scroll_to(y=self._text.row_of(self._begin) - 1, animate=False, immediate=True)
