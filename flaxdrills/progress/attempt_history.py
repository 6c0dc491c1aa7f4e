"""A problem's own history: its attempts one by one, and what changed between two texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from flaxdrills.journal.journal import Entry
from flaxdrills.progress.attempts import Attempt, attempt_of
from flaxdrills.progress.calendar_day import local_day
from flaxdrills.progress.grade import Grade
from flaxdrills.progress.progress_events import progress_event_of
from flaxdrills.progress.reviews import Review
from flaxdrills.system.settings import DEFAULT_DAY_END


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


def history_of(entries: Iterable[Entry], problem_id: str, day_end: time = DEFAULT_DAY_END) -> tuple[Past, ...]:
    """Every attempt at the problem, the oldest first; `entries` are in the order of their time."""
    review = Review()
    found: list[tuple[Attempt, int]] = []
    grades: dict[str, Grade] = {}
    for entry in entries:
        moment = progress_event_of(entry)
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
