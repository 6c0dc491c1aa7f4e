"""Code with line numbers, which are not copied with it."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Offset, Size
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from flaxdrills.system.english import plural
from flaxdrills.system.python_source import LARGE
from flaxdrills.system.sanitize import visible
from flaxdrills.ui.look.python_highlighting import python_lines
from flaxdrills.ui.look.symbols import MUTED
from flaxdrills.ui.widgets.code_rows import CodeRow, CodeRows, docstring_lines

_TAB = 4

_LONGEST = 1_000
"""So many characters of a line are shown."""


class NumberedCode(Widget):
    """Python of any length: only the lines that are in sight are drawn. What is selected of it is nothing else.

    A line that is longer than the room goes on in the next row.
    """

    DEFAULT_CSS = "NumberedCode { width: 100%; height: auto; }"

    def __init__(self, *, folding: bool = False) -> None:
        super().__init__()
        self.is_folding = folding
        """Whether of a long docstring of the module only the first line is shown."""
        self._source: str | None = None
        self._lines: list[str] = []
        self._begins: list[str] = []
        """As much of each as is shown."""
        self._coloured: list[Content] = []
        """The same in colours; nothing where there is so much that they would take long."""
        self._docstring = range(0)
        self._marked: int | None = None
        self._rows = CodeRows((), 1)
        self._rows_for: tuple[int, bool] | None = None
        """The width that the rows are for, and whether the docstring is folded in them."""

    def show(self, source: str) -> None:
        """Show `source`."""
        if source == self._source:
            return
        self._source = source
        self._lines = source.replace("\r\n", "\n").removesuffix("\n").split("\n")
        self._docstring = docstring_lines(source)
        self._coloured = []
        if len(source) <= LARGE:
            self._lines = list(map(_shown, self._lines))
            self._coloured = python_lines("\n".join(self._lines))
        self._begins = list(map(_begin, self._lines))
        if self._rows_for is not None:
            # Textual may draw before it lays out anew: rows of the old lines would not fit these.
            self._divide(self._rows_for[0])
        self.refresh(layout=True)

    def mark(self, line: int | None) -> None:
        """Put a sign before `line` (from 1), and underline it. One that is folded away is unfolded."""
        self._marked = line
        if line is not None and line - 1 in self._docstring:
            self.is_folding = False
        self.refresh(layout=line is not None)

    def fold(self, is_folding: bool) -> None:
        """Show only the first line of a long docstring, or all of it."""
        self.is_folding = is_folding
        self.refresh(layout=True)

    @property
    def has_docstring(self) -> bool:
        """Whether there is a docstring that can be folded."""
        return bool(self._docstring)

    def row_of(self, line: int) -> int:
        """The row in which `line` (from 1) begins."""
        return self._rows.first_of(line - 1)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        if self._rows_for != (width, self.is_folding):
            self._divide(width)
        return len(self._rows)

    def _divide(self, width: int) -> None:
        """Divide the lines into rows for this width."""
        self._rows_for = width, self.is_folding
        folded = self._docstring if self.is_folding else range(0)
        self._rows = CodeRows(self._begins, max(width - self._gutter, 1), folded)

    def render_line(self, y: int) -> Strip:
        if y >= len(self._rows):
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        line = self._numbered(self._rows[y])
        if (selection := self.text_selection) is not None and (span := selection.get_span(y)) is not None:
            start, end = span
            style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
            line = line.stylize(style, start, len(line) if end == -1 else end)
        (strip,) = Visual.to_strips(self, line, self.size.width, 1, self.visual_style, apply_selection=False)
        return strip.apply_offsets(0, y)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        start, end = (offset and self._place(offset) for offset in selection)
        return Selection(start, end).extract("\n".join(map(_shown, self._lines))), "\n"

    def _place(self, offset: Offset) -> Offset:
        """Where in the text the cell at `offset` is."""
        row = self._rows[min(offset.y, len(self._rows) - 1)]
        return Offset(min(row.start + max(offset.x - self._gutter - row.hang, 0), row.end), row.line)

    @property
    def _gutter(self) -> int:
        """How many columns stand before each line."""
        return len(str(len(self._lines))) + 4

    def _numbered(self, row: CodeRow) -> Content:
        text = self._begins[row.line]
        is_first, is_last = row.start == 0, row.end == len(text)
        sign = "▶" if self._marked == row.line + 1 and is_first else ""
        number = f"{row.line + 1 if is_first else '':>{self._gutter - 4}}"
        before = (f"{sign or ' '} {number}  {' ' * row.hang}", "bold $text-error" if sign else MUTED)
        is_coloured = row.line < len(self._coloured) and len(text) <= _LONGEST
        line = (self._coloured[row.line] if is_coloured else Content(text))[row.start : row.end]
        if self._marked == row.line + 1:
            line = line.stylize("bold underline", len(line) - len(line.plain.lstrip()))
        if is_last and self.is_folding and row.line + 1 in self._docstring:
            line += Content.styled(f"  ⋯ {len(self._docstring)} lines: d", MUTED)
        return Content.assemble(before, line)


def _begin(line: str) -> str:
    """As much of `line` as is shown, and how much is left out."""
    if len(line) <= _LONGEST and line.isprintable():
        return line
    left_out = len(line) - _LONGEST
    begin = _shown(line[:_LONGEST])[:_LONGEST]
    return begin if left_out <= 0 else f"{begin}⋯ {left_out:,} more {plural(left_out, 'character')}"


def _shown(line: str) -> str:
    return visible(line).expandtabs(_TAB)
