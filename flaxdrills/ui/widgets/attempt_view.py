"""A text as it was judged, or what changed between two."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.widgets import Static

from flaxdrills.editors.line_to_begin import first_definition
from flaxdrills.progress.text_diff import DiffLine, difference
from flaxdrills.system.english import plural
from flaxdrills.system.sanitize import visible
from flaxdrills.ui.look.symbols import MUTED
from flaxdrills.ui.widgets.hanging_indent import HangingLabel
from flaxdrills.ui.widgets.numbered_code import NumberedCode

_STYLES = {"+": "$text-success", "-": "$text-error", " ": "", "@": MUTED}

_DEEPER = 4
"""So much further to the right stands what a line of a comparison has no room for."""

_MOST = 15_000
"""So many characters of a comparison are shown; a short line counts for _SHORT."""
_SHORT = 60
_LONGEST = 500
"""So many characters of a line are shown."""


class AttemptView(ScrollableContainer):
    """Python that cannot be changed any more."""

    DEFAULT_CSS = """
    AttemptView {
        overflow: auto auto;
        NumberedCode, HangingLabel, Static { padding: 0 1; }
        HangingLabel, &.-comparing NumberedCode, &.-fault NumberedCode { display: none; }
        &.-comparing HangingLabel { display: block; }
        .note { color: $text-muted; margin-bottom: 1; }
        &.-fault .note { color: $text-warning; }
    }
    """

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._note = Static(markup=False, classes="note")
        self._text = NumberedCode()
        self._changes = HangingLabel(deeper=_DEEPER)
        self._old: str | None = None
        self._source = ""

    @property
    def text(self) -> str:
        """What is shown, to be copied: a source, or all lines of a comparison that has any."""
        lines = () if self._old is None else difference(self._old, self._source)
        return "\n".join(f"{_sign(line)} {line.text}".rstrip() for line in lines) or self._source

    def compose(self) -> ComposeResult:
        yield self._note
        yield self._text
        yield self._changes

    def show(self, title: str, source: str, note: str = "") -> None:
        """Show `source`, and `note` above it."""
        self._begin(title, source, note)
        self._text.show(source)
        if not note:
            self.call_after_refresh(self.scroll_to, 0, (first_definition(source) or 1) - 2, animate=False)

    def compare(self, title: str, old: str, new: str) -> None:
        """Show what became of `old` in `new`."""
        self._begin(title, new, old=old)
        self.add_class("-comparing")
        self._changes.update(_shown(difference(old, new)) or Content.styled("The two texts are the same.", MUTED))

    def show_fault(self, title: str, message: str) -> None:
        """Say why there is nothing to show."""
        self._begin(title, "", message)
        self.add_class("-fault")

    def _begin(self, title: str, source: str, note: str = "", old: str | None = None) -> None:
        self._old = old
        self._source = source
        self.border_title = Content(title)
        self._note.update(note)
        self._note.display = bool(note)
        self.remove_class("-comparing", "-fault")
        self.scroll_home(animate=False)


def _shown(lines: Iterator[DiffLine]) -> Content:
    """The sign says what happened to a line; the colour only repeats it."""
    shown, room = [], _MOST
    for line in lines:
        row = _row(line)
        room -= max(len(row), _SHORT)
        if room < 0:
            shown += [Content(), Content.styled("Too long to show the rest. y copies all of it.", MUTED)]
            break
        shown.append(Content.styled(row, _STYLES[line.sign]))
    return Content("\n").join(shown)


def _sign(line: DiffLine) -> str:
    return "  ⋯" if line.sign == "@" else line.sign


def _row(line: DiffLine) -> str:
    left_out = len(line.text) - _LONGEST
    rest = f"⋯ {left_out:,} more {plural(left_out, 'character')}" if left_out > 0 else ""
    return f"{_sign(line)} {visible(line.text[:_LONGEST]).expandtabs(4)}{rest}"
