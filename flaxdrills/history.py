"""A problem's own history: its attempts one by one, and what changed between two texts."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from flaxdrills.attempts import Attempt, attempt_of
from flaxdrills.grade import Grade
from flaxdrills.journal import Entry
from flaxdrills.moments import moment_of
from flaxdrills.review import Review
from flaxdrills.streak import local_day


@dataclass(frozen=True, slots=True)
class Past:
    """One attempt in the history of its problem."""

    number: int
    """From 1, the oldest."""
    attempt: Attempt
    round: int
    """From 1: until it was solved for the first time. Each review is one more."""
    grade: Grade | None = None
    """How well it was remembered, if this attempt said so."""

    @property
    def is_review(self) -> bool:
        """Whether the problem had been solved before."""
        return self.round > 1


@dataclass(frozen=True, slots=True)
class DiffLine:
    """A line of a comparison."""

    sign: str
    """`+` only in the new text, `-` only in the old one, a blank in both, `@` where lines are left out."""
    text: str


def history_of(entries: Iterable[Entry], problem_id: str, day_end: time = time(4)) -> tuple[Past, ...]:
    """Every attempt at the problem, the oldest first; `entries` are in the order of their time."""
    review = Review()
    found: list[tuple[Attempt, int]] = []
    grades: dict[str, Grade] = {}
    for entry in entries:
        moment = moment_of(entry)
        if moment is None or entry.problem != problem_id:
            continue
        if attempt := attempt_of(entry):
            found.append((attempt, review.rounds + review.is_open))
        review = review.after(moment, local_day(entry.at, entry.offset_min, day_end))
        if review.grade is not None:
            grades[review.graded] = review.grade
    return tuple(
        Past(number, attempt, round_, grades.get(attempt.id)) for number, (attempt, round_) in enumerate(found, 1)
    )


def difference(old: str, new: str) -> tuple[DiffLine, ...]:
    """What became of `old` in `new`, with three lines around each change; nothing if they are the same."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=3)
    return tuple(
        DiffLine("@", "") if line.startswith("@@") else DiffLine(line[0], line[1:])
        for number, line in enumerate(lines)
        # The first two name the files.
        if number > 1
    )
