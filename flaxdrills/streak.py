"""Days in a row, as the learner's own calendar counts them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

_DAY = timedelta(days=1)
_1970 = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Streak:
    """How many days in a row."""

    current: int = 0
    """The days in a row that end today, or yesterday while nothing was done today yet."""
    longest: int = 0
    """The most days in a row that there ever were."""


def local_day(at: datetime, offset_min: int, day_end: time) -> date:
    """The day that the learner would say `at` belongs to.

    `at` is an aware time, and `offset_min` how far the learner's clock was ahead of UTC then, so a
    day stays what it was when the learner travels or the clocks change. A day lasts until `day_end`
    of the next: with 04:00, half past three at night still belongs to the evening before.
    """
    wall_clock = at.astimezone(UTC).replace(tzinfo=None) + timedelta(minutes=offset_min)
    return (wall_clock - timedelta(hours=day_end.hour, minutes=day_end.minute)).date()


def local_day_of(second: int, offset_min: int, day_end: time) -> date:
    """What `local_day` says of a second since 1970, in a tenth of the time."""
    return date.fromordinal(_1970 + (second + 60 * (offset_min - 60 * day_end.hour - day_end.minute)) // 86400)


def streak_of(days: Iterable[date], today: date) -> Streak:
    """The streak that `days` make, in whatever order and however often each is named.

    A day without anything ends the current streak only when it is over: until then the streak still
    counts back from yesterday. Days after `today`, left by a clock that was wrong or a journey west,
    do not lengthen the current streak.
    """
    active = set(days)
    current = _run_back_from(today if today in active else today - _DAY, active)
    longest = max((_run_back_from(day, active) for day in active if day + _DAY not in active), default=0)
    return Streak(current, longest)


def _run_back_from(day: date, active: set[date]) -> int:
    length = 0
    while day in active:
        length += 1
        day -= _DAY
    return length
