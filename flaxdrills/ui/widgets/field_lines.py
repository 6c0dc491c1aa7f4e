"""A message of several lines, those such as "expected  ..." aligned also where they wrap."""

from __future__ import annotations

import re

from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from flaxdrills.system.sanitize import visible

FIELD = re.compile(r"(\S+) {2,}(\S.*)")
"""A line with a label."""


class _Line(Horizontal):
    """A line: a label, which may be empty and is then not there, and what it says."""

    DEFAULT_CSS = """
    _Line {
        height: auto;
        .label { width: 12; padding: 0 0 0 1; color: $text-muted; }
        &.-field .value { padding: 0 1 0 0; }
    }
    """

    def __init__(self) -> None:
        self._label = Static(markup=False, classes="label")
        self._value = Static(markup=False, classes="value")
        super().__init__(self._label, self._value)

    def show(self, line: str | None) -> None:
        """Show `line`; None hides all."""
        self.display = line is not None
        if line is None:
            return
        field = FIELD.fullmatch(line)
        self._label.display = field is not None
        self.set_class(field is not None, "-field")
        if field:
            self._label.update(field[1])
        self._value.update(field[2] if field else line)


class FieldLines(Vertical):
    """Shows a message. Its lines are kept for the next one."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: list[_Line] = []
        self._message = ""

    def show(self, message: str) -> None:
        """Show `message`, or nothing where it is empty."""
        self.display = bool(message)
        if message == self._message:
            return
        self._message = message
        lines = visible(message).splitlines()
        fresh = [_Line() for _ in range(len(lines) - len(self._lines))]
        self._lines += fresh
        for place, line in enumerate(self._lines):
            line.show(lines[place] if place < len(lines) else None)
        if fresh:
            self.mount(*fresh)
