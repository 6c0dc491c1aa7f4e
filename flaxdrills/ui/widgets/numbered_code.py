"""Code with line numbers, which are not copied with it."""

from __future__ import annotations

from collections.abc import Mapping

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Offset, Region
from textual.selection import Selection
from textual.strip import Strip
from textual.widgets import Static

from flaxdrills.ui.look.python_highlighting import gutter, numbered


class NumberedCode(Static):
    """A text, mostly code: what is selected of code is nothing else. A line that goes on out of sight says so."""

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

    def render_lines(self, crop: Region) -> list[Strip]:
        width = self.outer_size.width
        if crop.right >= width:
            return super().render_lines(crop)
        lines = super().render_lines(Region(0, crop.y, width, crop.height))
        return [self._with_sign(line, crop) for line in lines]

    def _with_sign(self, line: Strip, crop: Region) -> Strip:
        last = crop.right - 1
        if not line.crop(crop.right).text.strip():
            return line.crop(crop.x, crop.right)
        style = next(iter(line.crop(last, crop.right))).style
        sign = Strip([Segment("›", style)])
        # The line itself has been through them.
        for line_filter in self.get_line_filters():
            sign = sign.apply_filter(line_filter, self.background_colors[1])
        return Strip.join([line.crop(crop.x, last), sign])

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        if self._code is None:
            return super().get_selection(selection)
        width = gutter(self._code)
        start, end = (offset and Offset(max(offset.x - width, 0), offset.y) for offset in selection)
        return Selection(start, end).extract(str(self._code)), "\n"
