"""What changed from one text to another."""

from __future__ import annotations

import difflib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DiffLine:
    """A line of a comparison."""

    sign: str
    """`+` only in the new text, `-` only in the old one, a blank in both, `@` where lines are left out."""
    text: str


def difference(old: str, new: str) -> tuple[DiffLine, ...]:
    """What became of `old` in `new`, with three lines around each change; nothing if they are the same."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=3)
    return tuple(
        DiffLine("@", "") if line.startswith("@@") else DiffLine(line[0], line[1:])
        for number, line in enumerate(lines)
        # The first two name the files.
        if number > 1
    )
