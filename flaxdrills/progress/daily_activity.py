"""What was done on each of the learner's days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from flaxdrills.progress.calendar_day import Instant
from flaxdrills.progress.streak import ActiveDay


@dataclass(frozen=True, slots=True)
class DayActivity:
    """One of the learner's days."""

    attempts: int = 0
    passes: int = 0
    practised_s: int = 0
    """Of the periods that began on it."""
    first_pass: Instant | None = None
    last_pass: Instant | None = None

    def with_attempt(self, when: Instant | None) -> DayActivity:
        """The day with one more attempt, which passed if it is said `when`. In whatever order, it is the same day."""
        first, last = self.first_pass, self.last_pass
        if when is None:
            return DayActivity(self.attempts + 1, self.passes, self.practised_s, first, last)
        first, last = min(first or when, when), max(last or when, when)
        return DayActivity(self.attempts + 1, self.passes + 1, self.practised_s, first, last)

    def with_time(self, seconds: int) -> DayActivity:
        """The day with more time spent."""
        return DayActivity(self.attempts, self.passes, self.practised_s + seconds, self.first_pass, self.last_pass)


def active_days(days: Mapping[date, DayActivity]) -> Iterator[ActiveDay]:
    """The days that count for the streak: those on which an attempt passed, of a new problem or of a review."""
    for day, done in days.items():
        if done.first_pass is not None and done.last_pass is not None:
            yield ActiveDay(day, done.first_pass, done.last_pass)
