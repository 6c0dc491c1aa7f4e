"""Code with line numbers, which are not copied with it."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.geometry import Offset
from textual.selection import Selection
from textual.widgets import Static

from flaxdrills.ui.python_text import gutter, numbered


class NumberedCode(Static):
    """A text, mostly code: what is selected of code is nothing else."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._code: Content | None = None
        """What has numbers; None while there is another text."""

    def number(self, code: Content, marks: Mapping[int, str]) -> None:
        """Show `code` with its lines numbered, and a sign before those in `marks`."""
        self._code = code
        self.update(numbered(code, marks))

    def show(self, text: Content | str) -> None:
        """Show a text without numbers."""
        self._code = None
        self.update(text)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        if self._code is None:
            return super().get_selection(selection)
        width = gutter(self._code)
        start, end = (place and Offset(max(place.x - width, 0), place.y) for place in selection)
        return Selection(start, end).extract(str(self._code)), "\n"
