"""What a block of a lesson printed, beside what the lesson says that it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum


def matches(said: str, printed: str) -> bool:
    """Whether `printed` is what a lesson said, where `...` stands for any text and trailing space is free."""
    wanted = [line.rstrip() for line in said.strip("\n").splitlines()]
    have = "\n".join(line.rstrip() for line in printed.strip("\n").splitlines())
    pattern = "\n".join(".*?".join(map(re.escape, line.split("..."))) for line in wanted)
    return re.fullmatch(pattern, have, re.DOTALL) is not None


_COMPARED = 300
"""How many lines are set beside each other; of more, the rest is taken as it comes."""


class OutputSide(Enum):
    """Where a line stands."""

    BOTH = "both"
    SAID = "said"
    """Only in the lesson."""
    PRINTED = "printed"
    """Only in what was printed."""


@dataclass(frozen=True, slots=True)
class OutputLine:
    """A line of an output, and which of two outputs has it."""

    side: OutputSide
    text: str


def compared(said: str, printed: str) -> tuple[OutputLine, ...]:
    """The lines of both in order: those that match (as they are printed), and those that only one has."""
    wanted, have = said.strip("\n").splitlines(), printed.strip("\n").splitlines()
    lines = list(_compared(wanted[:_COMPARED], have[:_COMPARED]))
    lines += [OutputLine(OutputSide.SAID, text) for text in wanted[_COMPARED:]]
    lines += [OutputLine(OutputSide.PRINTED, text) for text in have[_COMPARED:]]
    return tuple(lines)


def _compared(wanted: Sequence[str], have: Sequence[str]) -> Iterator[OutputLine]:
    """Along the longest common subsequence. `difflib` would want lines to be equal, and here they match."""
    common = [[0] * (len(have) + 1) for _ in range(len(wanted) + 1)]
    alike = [[matches(said, printed) for printed in have] for said in wanted]
    for i in reversed(range(len(wanted))):
        for j in reversed(range(len(have))):
            common[i][j] = common[i + 1][j + 1] + 1 if alike[i][j] else max(common[i + 1][j], common[i][j + 1])
    i = j = 0
    while i < len(wanted) or j < len(have):
        if i < len(wanted) and j < len(have) and alike[i][j]:
            yield OutputLine(OutputSide.BOTH, have[j])
            i, j = i + 1, j + 1
        elif j == len(have) or (i < len(wanted) and common[i + 1][j] >= common[i][j + 1]):
            yield OutputLine(OutputSide.SAID, wanted[i])
            i += 1
        else:
            yield OutputLine(OutputSide.PRINTED, have[j])
            j += 1
