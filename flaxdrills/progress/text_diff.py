"""What changed from one text to another."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_AROUND = 3
"""So many lines are shown around each change."""

_MOST = 250_000
"""So many pairs of lines are compared: with more it may take minutes to find what stayed between two changes."""


@dataclass(frozen=True, slots=True)
class DiffLine:
    """A line of a comparison."""

    sign: str
    """`+` only in the new text, `-` only in the old one, a blank in both, `@` where lines are left out."""
    text: str


def difference(old: str, new: str) -> Iterator[DiffLine]:
    """What became of `old` in `new`, with three lines around each change; nothing if they are the same.

    Where much lies between the first change and the last one, all of that is told as changed.
    """
    if old != new:
        yield from _changes(old.splitlines(), new.splitlines())


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[DiffLine]:
    before = _alike(old, new)
    after = _alike(old[before:][::-1], new[before:][::-1])
    first = max(before - _AROUND, 0)
    ends = [len(text) - max(after - _AROUND, 0) for text in (old, new)]
    removed, added = (text[before : len(text) - after] for text in (old, new))
    if len(removed) * len(added) > _MOST:
        yield DiffLine("@", "")
        yield from (DiffLine(" ", line) for line in old[first:before])
        yield from (DiffLine("-", line) for line in removed)
        yield from (DiffLine("+", line) for line in added)
        yield from (DiffLine(" ", line) for line in old[len(old) - after : ends[0]])
        return
    lines = difflib.unified_diff(old[first : ends[0]], new[first : ends[1]], lineterm="", n=_AROUND)
    for number, line in enumerate(lines):
        # The first two name the files.
        if number > 1:
            yield DiffLine("@", "") if line.startswith("@@") else DiffLine(line[0], line[1:])


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines at their beginning are the same."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
