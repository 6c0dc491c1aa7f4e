"""The rows in which code is shown: a line that is longer than the room goes on below, where its own code begins."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, overload

from rich.cells import cell_len

_DEEPER = 4
"""So many columns deeper than its line the rest of it stands."""
_DOCSTRING = re.compile(r'\A\s*[rRuU]?("""|\'\'\')')
_FEWEST_FOLDED = 3
"""Less is not worth a key."""


class CodeRow(NamedTuple):
    """The part of a line, from `start` to `end`, that is shown in one row, `hang` columns to the right."""

    line: int
    start: int
    end: int
    hang: int = 0


class CodeRows(Sequence[CodeRow]):
    """The rows of `lines` (without tabs) in `width` cells; the lines `folded`, from 0, have none.

    Only how many there are is worked out at once; what stands in one when it is asked for.
    """

    def __init__(self, lines: Sequence[str], width: int, folded: range = range(0)) -> None:
        self._lines = lines
        self._width = width
        rows = [1 if len(line) <= width and line.isascii() else len(self._ends(line)) - 1 for line in lines]
        rows[folded.start : folded.stop] = [0] * len(folded)
        self._begins = [0, *accumulate(rows)]
        """The row in which each line begins, and after them the number of rows."""

    def __len__(self) -> int:
        return self._begins[-1]

    @overload
    def __getitem__(self, row: int) -> CodeRow: ...

    @overload
    def __getitem__(self, row: slice) -> list[CodeRow]: ...

    def __getitem__(self, row: int | slice) -> CodeRow | list[CodeRow]:
        if isinstance(row, slice):
            return [self[number] for number in range(*row.indices(len(self)))]
        row = range(len(self))[row]
        # A folded line begins in the row of the next one that is shown.
        number = bisect_right(self._begins, row) - 1
        part = row - self._begins[number]
        line = self._lines[number]
        ends = self._ends(line)
        return CodeRow(number, ends[part], ends[part + 1], _hang(line, self._width) if part else 0)

    def first_of(self, line: int) -> int:
        """The row in which `line` (from 0) begins, or would if it were not folded."""
        return self._begins[min(line, len(self._lines))]

    def _ends(self, line: str) -> list[int]:
        """Where in `line` its rows end, after a 0."""
        if len(line) <= self._width and (line.isascii() or cell_len(line) <= self._width):
            return [0, len(line)]
        return [0, *_breaks(line, self._width, self._width - _hang(line, self._width))]


def docstring_lines(source: str) -> range:
    """The lines, from 0, that folding hides: those of a module's docstring but its first; none where they are few."""
    if (begin := _DOCSTRING.match(source)) is None or (end := source.find(begin[1], begin.end())) < 0:
        return range(0)
    first, last = (source.count("\n", 0, offset) for offset in (begin.end(), end))
    return range(first + 1, last + 1) if last - first >= _FEWEST_FOLDED else range(0)


def _hang(line: str, width: int) -> int:
    return min(len(line) - len(line.lstrip(" ")) + _DEEPER, width // 2)


def _breaks(line: str, first: int, others: int) -> Iterator[int]:
    """Where the rows of `line` end: after a blank in their second half, else where the room ends."""
    start, width, indented = 0, first, len(line) - len(line.lstrip(" "))
    while start < len(line):
        end = _reach(line, start, width)
        if end < len(line) and (blank := line.rfind(" ", max(start + width // 2, indented), end)) > start:
            end = blank + 1
        yield end
        start, width = end, others


def _reach(line: str, start: int, width: int) -> int:
    """How far `line` is shown from `start` on in `width` cells: one character at least."""
    end = min(start + width, len(line))
    while end > start + 1 and cell_len(line[start:end]) > width:
        end -= 1
    return end
