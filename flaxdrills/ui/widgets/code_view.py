"""The learner's file, read only."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import ScrollableContainer
from textual.content import Content

from flaxdrills.editors.line_to_begin import first_definition
from flaxdrills.ui.look.python_highlighting import python_content
from flaxdrills.ui.widgets.numbered_code import NumberedCode


class CodeView(ScrollableContainer):
    """A Python file with line numbers, and the line that went wrong."""

    DEFAULT_CSS = """
    CodeView {
        overflow: auto auto;
        Static { width: auto; min-width: 100%; }
        .fault, .covered { width: 100%; padding: 0 1; color: $text-warning; }
        .covered { color: $text-muted; }
    }
    """

    def __init__(self, name: str, id: str | None = None) -> None:
        super().__init__(id=id, classes="pane")
        self.border_title = Content(f" {name} ")
        self.source = ""
        """What is shown."""
        self._line: int | None = None
        self._text = NumberedCode()

    def compose(self) -> ComposeResult:
        yield self._text

    def on_resize(self) -> None:
        self._reveal()

    def show(self, source: str) -> None:
        """Show `source`, with no line marked."""
        self._line = None
        if source != self.source or self._is_message:
            self.source = source
            self.call_after_refresh(self._reveal)
        self._text.remove_class("fault", "covered")
        self._draw()

    def cover(self, message: str) -> None:
        """Say in place of the file, which is not to be seen now, why that is."""
        self.source = ""
        self._text.add_class("covered")
        self._text.show(message)

    def show_fault(self, message: str) -> None:
        """Say in one sentence why there is nothing to show."""
        self._text.add_class("fault")
        self._text.show(message)

    def mark(self, line: int | None) -> None:
        """Mark `line` (from 1), and bring it into view."""
        if line == self._line or self._text.has_class("fault"):
            return
        self._line = line
        self._draw()
        if line is not None:
            self.call_after_refresh(self._reveal)

    @property
    def _is_message(self) -> bool:
        """Whether something is said in place of the file."""
        return self._text.has_class("fault") or self._text.has_class("covered")

    def _draw(self) -> None:
        marks = {} if self._line is None else {self._line: "▶"}
        self._text.number(python_content(self.source), marks)

    def _reveal(self) -> None:
        """Bring the marked line into view; without one, what comes after docstring and imports."""
        height = self.scrollable_content_region.height
        if self._line is not None:
            self.scroll_to(x=0, y=self._line - 1 - height // 2, animate=False, immediate=True)
        else:
            self.scroll_to(x=0, y=(first_definition(self.source) or 1) - 2, animate=False, immediate=True)
