"""A text as it was judged, or what changed between two."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.widgets import Static

from flaxdrills.history import DiffLine, difference
from flaxdrills.text import visible
from flaxdrills.ui.marks import MUTED
from flaxdrills.ui.python_text import numbered, python_content

_STYLES = {"+": "$text-success", "-": "$text-error", " ": "", "@": MUTED}


class JudgedView(ScrollableContainer):
    """Python that cannot be changed any more."""

    DEFAULT_CSS = """
    JudgedView {
        overflow: auto auto;
        Static { width: auto; min-width: 100%; padding: 0 1; }
        Static.fault { width: 100%; color: $text-warning; }
    }
    """

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._text = Static(markup=False)

    def compose(self) -> ComposeResult:
        yield self._text

    def show(self, title: str, source: str, note: str = "") -> None:
        """Show `source`, and `note` above it."""
        code = numbered(python_content(source), {})
        self._set(title, Content.assemble((f"{note}\n\n", MUTED), code) if note else code)

    def compare(self, title: str, old: str, new: str) -> None:
        """Show what became of `old` in `new`."""
        lines = difference(old, new)
        self._set(title, _lines(lines) if lines else Content.styled("The two texts are the same.", MUTED))

    def show_fault(self, title: str, message: str) -> None:
        """Say why there is nothing to show."""
        self._set(title, Content(message))
        self._text.add_class("fault")

    def _set(self, title: str, content: Content) -> None:
        self.border_title = Content(title)
        self._text.remove_class("fault")
        self._text.update(content)
        self.scroll_home(animate=False)


def _lines(lines: Iterable[DiffLine]) -> Content:
    """The sign says what happened to a line; the colour only repeats it."""
    return Content("\n").join(
        Content.styled(
            "  ⋯" if line.sign == "@" else f"{line.sign} {visible(line.text).expandtabs(4)}", _STYLES[line.sign]
        )
        for line in lines
    )
