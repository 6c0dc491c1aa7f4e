"""How well a problem was remembered."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

_QUICK = timedelta(minutes=3)
"""A pass at the first try, so soon after the problem was opened or begun anew, was easy."""


class Grade(StrEnum):
    """How well a problem was remembered."""

    AGAIN = "again"
    """The solution was shown, or it was given up."""
    HARD = "hard"
    """With hints, or not at the first try."""
    GOOD = "good"
    """At the first try."""
    EASY = "easy"
    """At the first try, and quickly."""

    @property
    def following(self) -> Grade:
        """The next easier one; after the easiest, the hardest."""
        grades = list(Grade)
        return grades[(grades.index(self) + 1) % len(grades)]


def earned_grade(*, revealed: bool, hints: int, failures: int, took: timedelta | None) -> Grade:
    """What a pass says of how well it was remembered; `took` is None where nobody knows when it was begun."""
    if revealed:
        return Grade.AGAIN
    if hints or failures:
        return Grade.HARD
    return Grade.EASY if took is not None and took <= _QUICK else Grade.GOOD
