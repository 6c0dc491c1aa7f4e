"""Lines such as "expected  ...", aligned also where they wrap, and the rows of arrays under them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from flaxdrills.judging.report_sections import MessageLine
from flaxdrills.system.sanitize import visible


class _Line(Horizontal):
    """A line: a label, which may be empty and is then not there, and what it says. A row stands a little deeper."""

    DEFAULT_CSS = """
    _Line {
        height: auto;
        .label { width: 12; padding: 0 0 0 1; color: $text-muted; }
        &.-field .value { padding: 0 1 0 0; }
        &.-row .value { padding: 0 1 0 3; }
    }
    """

    def __init__(self) -> None:
        self._label = Static(markup=False, classes="label")
        self._value = Static(markup=False, classes="value")
        super().__init__(self._label, self._value)

    def show(self, line: MessageLine | None) -> None:
        """Show `line`; None hides all."""
        self.display = line is not None
        if line is None:
            return
        label = visible(line.begin.rstrip())
        self._label.display = bool(label)
        self.set_class(bool(label), "-field")
        self.set_class(line.begin.isspace(), "-row")
        if label:
            self._label.update(label)
        # In a row, blanks in front keep the columns.
        self._value.update(visible(line.text if label else f"{line.begin[2:]}{line.text}"))


class ValueLines(Vertical):
    """Shows the values that a check tells of. Its lines are kept for the next one."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: list[_Line] = []
        self._shown: Sequence[MessageLine] = ()

    def show(self, lines: Sequence[MessageLine]) -> None:
        """Show `lines`, if there are any."""
        self.display = bool(lines)
        if lines == self._shown:
            return
        self._shown = lines
        fresh = [_Line() for _ in range(len(lines) - len(self._lines))]
        self._lines += fresh
        for number, line in enumerate(self._lines):
            line.show(lines[number] if number < len(lines) else None)
        if fresh:
            self.mount(*fresh)
