"""Something to look at: numbers that a solution came to, to be drawn by whoever shows the report."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

SERIES = 32
"""The most rows of a picture."""
VALUES = 400
"""The most values of a row."""
NAME = 40
"""The most characters of a name."""
PRINTED = 54
"""Columns of one that is printed: as many as a pane has beside another in a terminal of 120."""


class PictureKind(StrEnum):
    """How numbers are drawn."""

    CURVE = "curve"
    """Each row a line, from left to right."""
    HEAT = "heat"
    """Each row a row of cells, the larger the fuller."""
    BARS = "bars"
    """Each row one value, as a bar."""
    LAYOUT = "layout"
    """Each row a part of an array, by its devices: where it begins and ends, first down and then across."""


@dataclass(frozen=True, slots=True)
class Series:
    """A row of numbers, and what it is called."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Numbers to be drawn. What is not finite is drawn as nothing."""

    kind: PictureKind
    title: str
    rows: tuple[Series, ...]

    def __str__(self) -> str:
        """It as lines of text that fit beside a lesson's."""
        from flaxdrills.judging.draw_picture import drawn

        return "\n".join(drawn(self, PRINTED))

    @property
    def is_drawable(self) -> bool:
        """Whether there is a finite number in it."""
        return any(math.isfinite(value) for row in self.rows for value in row.values)
