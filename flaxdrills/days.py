"""What was done on each of the learner's days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from flaxdrills.streak import Active, Moment

IDLE = timedelta(minutes=15)
"""Whoever is not heard of for longer was away, and none of that time is counted."""


@dataclass(frozen=True, slots=True)
class Day:
    """One of the learner's days."""

    attempts: int = 0
    passes: int = 0
    practised_s: float = 0.0
    first_pass: Moment | None = None
    last_pass: Moment | None = None

    def with_attempt(self, passed: bool, when: Moment) -> Day:
        """The day with one more attempt, the last one so far."""
        if not passed:
            return replace(self, attempts=self.attempts + 1)
        return Day(self.attempts + 1, self.passes + 1, self.practised_s, self.first_pass or when, when)

    def with_time(self, seconds: float) -> Day:
        """The day with more time spent."""
        return Day(self.attempts, self.passes, self.practised_s + seconds, self.first_pass, self.last_pass)


def practised_s(before: datetime | None, at: datetime) -> float:
    """How much of the time from `before`, when the learner was last heard of, to `at` was spent practising."""
    gap = timedelta() if before is None else at - before
    return gap.total_seconds() if timedelta() < gap <= IDLE else 0.0


def active_days(days: Mapping[date, Day]) -> Iterator[Active]:
    """The days that count for the streak: those on which an attempt passed, of a new problem or of a review."""
    for day, done in days.items():
        if done.first_pass is not None and done.last_pass is not None:
            yield Active(day, done.first_pass, done.last_pass)
