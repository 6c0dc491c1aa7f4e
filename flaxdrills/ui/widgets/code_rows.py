"""The rows in which code is shown: a line that is longer than the room goes on below, where its own code begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

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


def code_rows(lines: Sequence[str], width: int, folded: range = range(0)) -> list[CodeRow]:
    """The rows of `lines` (without tabs) in `width` cells; the lines `folded`, from 0, have none."""
    rows: list[CodeRow] = []
    for number, line in enumerate(lines):
        if number in folded:
            continue
        if len(line) <= width and (line.isascii() or cell_len(line) <= width):
            rows.append(CodeRow(number, 0, len(line)))
        else:
            hang = min(len(line) - len(line.lstrip(" ")) + _DEEPER, width // 2)
            ends = [0, *_breaks(line, width, width - hang)]
            rows += (CodeRow(number, start, end, hang if start else 0) for start, end in pairwise(ends))
    return rows


def docstring_lines(source: str) -> range:
    """The lines, from 0, that folding hides: those of a module's docstring but its first; none where they are few."""
    if (begin := _DOCSTRING.match(source)) is None or (end := source.find(begin[1], begin.end())) < 0:
        return range(0)
    first, last = (source.count("\n", 0, offset) for offset in (begin.end(), end))
    return range(first + 1, last + 1) if last - first >= _FEWEST_FOLDED else range(0)


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
