"""Rows of cells as lines of text, column under column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

_GAP = 2
"""Blanks between two columns."""


def columns(rows: Sequence[Sequence[Content]], width: int) -> list[Content]:
    """The lines of `rows` in at most `width` columns; cells that have no room wrap, in the widest column first."""
    widths = _widths(rows, width)
    return [line for row in rows for line in _lines(row, widths)]


def _widths(rows: Sequence[Sequence[Content]], width: int) -> list[int]:
    """As wide as the cells are; where that is too much, the widest give way, and break words only at the last."""
    by_column = list(zip_longest(*rows, fillvalue=Content()))
    widths = [max(cell.cell_length for cell in column) for column in by_column]
    words = [max((len(word) for cell in column for word in cell.plain.split()), default=1) for column in by_column]
    while sum(widths) + _GAP * (len(widths) - 1) > width and max(widths) > 1:
        roomy = [number for number, (has, word) in enumerate(zip(widths, words, strict=True)) if has > word]
        widths[max(roomy or range(len(widths)), key=widths.__getitem__)] -= 1
    return widths


def _lines(row: Sequence[Content], widths: Sequence[int]) -> list[Content]:
    cells = [cell.wrap(max(width, 1)) for cell, width in zip(row, widths, strict=False)]
    return [
        Content(" " * _GAP).join(
            part.pad_right(max(width - part.cell_length, 0)) for part, width in zip(parts, widths, strict=False)
        )
        for parts in zip_longest(*cells, fillvalue=Content())
    ]
