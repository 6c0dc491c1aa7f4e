"""What was done on each of the learner's days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from flaxdrills.progress.calendar_day import Instant
from flaxdrills.progress.streak import Active


@dataclass(frozen=True, slots=True)
class Day:
    """One of the learner's days."""

    attempts: int = 0
    passes: int = 0
    practised_s: int = 0
    """Of the periods that began on it."""
    first_pass: Instant | None = None
    last_pass: Instant | None = None

    def with_attempt(self, when: Instant | None) -> Day:
        """The day with one more attempt, which passed if it is said `when`. In whatever order, it is the same day."""
        first, last = self.first_pass, self.last_pass
        if when is None:
            return Day(self.attempts + 1, self.passes, self.practised_s, first, last)
        first, last = min(first or when, when), max(last or when, when)
        return Day(self.attempts + 1, self.passes + 1, self.practised_s, first, last)

    def with_time(self, seconds: int) -> Day:
        """The day with more time spent."""
        return Day(self.attempts, self.passes, self.practised_s + seconds, self.first_pass, self.last_pass)


def active_days(days: Mapping[date, Day]) -> Iterator[Active]:
    """The days that count for the streak: those on which an attempt passed, of a new problem or of a review."""
    for day, done in days.items():
        if done.first_pass is not None and done.last_pass is not None:
            yield Active(day, done.first_pass, done.last_pass)
