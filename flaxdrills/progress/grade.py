"""How well a problem was remembered."""

from __future__ import annotations

from enum import StrEnum


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
