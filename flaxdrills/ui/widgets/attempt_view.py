"""A text as it was judged, or what changed between two."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import ScrollableContainer
from textual.content import Content

from flaxdrills.editors.line_to_begin import first_definition
from flaxdrills.progress.text_diff import DiffLine, difference
from flaxdrills.system.sanitize import visible
from flaxdrills.ui.look.python_highlighting import numbered, python_content
from flaxdrills.ui.look.symbols import MUTED
from flaxdrills.ui.widgets.hanging_indent import HangingLabel
from flaxdrills.ui.widgets.numbered_code import NumberedCode

_STYLES = {"+": "$text-success", "-": "$text-error", " ": "", "@": MUTED}

_DEEPER = 4
"""So much further to the right stands what a line of a comparison has no room for."""


class AttemptView(ScrollableContainer):
    """Python that cannot be changed any more."""

    DEFAULT_CSS = """
    AttemptView {
        overflow: auto auto;
        NumberedCode { width: auto; min-width: 100%; padding: 0 1; }
        NumberedCode.fault { width: 100%; color: $text-warning; }
        HangingLabel { padding: 0 1; }
        HangingLabel, &.-comparing NumberedCode { display: none; }
        &.-comparing HangingLabel { display: block; }
    }
    """

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._text = NumberedCode()
        self._changes = HangingLabel(deeper=_DEEPER)
        self.text = ""
        """What is shown, to be copied."""

    def compose(self) -> ComposeResult:
        yield self._text
        yield self._changes

    def show(self, title: str, source: str, note: str = "") -> None:
        """Show `source`, and `note` above it."""
        self._begin(title, source)
        code = python_content(source)
        if note:
            self._text.show(Content.assemble((f"{note}\n\n", MUTED), numbered(code, {})))
        else:
            self._text.number(code, {})
            self.call_after_refresh(self.scroll_to, 0, (first_definition(source) or 1) - 2, animate=False)

    def compare(self, title: str, old: str, new: str) -> None:
        """Show what became of `old` in `new`."""
        lines = difference(old, new)
        shown = _lines(lines) if lines else Content.styled("The two texts are the same.", MUTED)
        self._begin(title, str(shown) if lines else new)
        self.add_class("-comparing")
        self._changes.update(shown)

    def show_fault(self, title: str, message: str) -> None:
        """Say why there is nothing to show."""
        self._begin(title, "")
        self._text.show(message)
        self._text.add_class("fault")

    def _begin(self, title: str, text: str) -> None:
        self.text = text
        self.border_title = Content(title)
        self.remove_class("-comparing")
        self._text.remove_class("fault")
        self.scroll_home(animate=False)


def _lines(lines: Iterable[DiffLine]) -> Content:
    """The sign says what happened to a line; the colour only repeats it."""
    return Content("\n").join(
        Content.styled(
            "  ⋯" if line.sign == "@" else f"{line.sign} {visible(line.text).expandtabs(4)}", _STYLES[line.sign]
        )
        for line in lines
    )
