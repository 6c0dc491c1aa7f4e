"""The day that a learner would say a time belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

_1970 = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, order=True)
class Instant:
    """A time, and what the learner's clock showed then."""

    at: datetime
    """In UTC."""
    offset_min: int
    """How far the learner's clock was ahead of UTC."""

    @classmethod
    def of(cls, clock: datetime) -> Instant:
        """The time at which a clock that knows its time zone shows `clock`."""
        offset = clock.utcoffset() or timedelta()
        return cls(clock.astimezone(UTC), round(offset / timedelta(minutes=1)))

    def day(self, day_end: time) -> date:
        """The day that the learner would say it belongs to."""
        return local_day(self.at, self.offset_min, day_end)


def local_day(at: datetime, offset_min: int, day_end: time) -> date:
    """The day that the learner would say `at` belongs to.

    `at` is an aware time, and `offset_min` how far the learner's clock was ahead of UTC then, so a
    day stays what it was when the learner travels or the clocks change. A day lasts until `day_end`
    of the next: with 04:00, half past three at night still belongs to the evening before.
    """
    shift = timedelta(minutes=offset_min - 60 * day_end.hour - day_end.minute)
    return (at.astimezone(UTC) + shift).date()


def local_day_of(second: int, offset_min: int, day_end: time) -> date:
    """What `local_day` says of a second since 1970, in a tenth of the time."""
    return date.fromordinal(_1970 + (second + 60 * (offset_min - 60 * day_end.hour - day_end.minute)) // 86400)
