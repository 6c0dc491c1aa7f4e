"""Days in a row, as the learner's own calendar counts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

_DAY = timedelta(days=1)
_HALF_A_DAY = timedelta(hours=12)
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


@dataclass(frozen=True, slots=True)
class Active:
    """A day on which an attempt passed."""

    day: date
    first: Instant
    last: Instant


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
    shift = timedelta(minutes=offset_min - 60 * day_end.hour - day_end.minute)
    return (at.astimezone(UTC) + shift).date()


def local_day_of(second: int, offset_min: int, day_end: time) -> date:
    """What `local_day` says of a second since 1970, in a tenth of the time."""
    return date.fromordinal(_1970 + (second + 60 * (offset_min - 60 * day_end.hour - day_end.minute)) // 86400)


def streak_of(days: Iterable[Active], now: Instant, day_end: time = time(4), *, free_day: bool = False) -> Streak:
    """The streak that `days`, in whatever order, make at `now`.

    A day without anything ends the streak only when it is over. Whoever travels loses no day that
    they never had (see `_missed`), and gains none by having the same date twice. With `free_day`,
    one day of each week from Monday to Sunday may be missed; it is not counted. Days after `now`,
    left by a clock that was wrong, do not lengthen the current streak.
    """
    run, longest = 0, 0
    last: tuple[Active, frozenset[tuple[int, int]], int] | None = None
    before: Active | None = None
    weeks: frozenset[tuple[int, int]] = frozenset()
    today = now.day(day_end)
    for active in _once(days):
        used = _weeks_used(before, active.first, weeks, day_end, free_day) if before else None
        run, weeks = (1, frozenset()) if used is None else (run + 1, used)
        longest = max(longest, run)
        before = active
        # The clock of another machine may be minutes ahead.
        if active.first.at <= now.at or active.day <= today:
            last = active, weeks, run
    if last is None:
        return Streak(0, longest)
    active, weeks, run = last
    is_alive = _weeks_used(active, now, weeks, day_end, free_day) is not None
    return Streak(run if is_alive else 0, longest)


def _once(days: Iterable[Active]) -> Iterator[Active]:
    """`days` in order, without those that came after a later one: a journey west gives no second chance."""
    kept: list[Active] = []
    for active in sorted(days, key=lambda active: active.day, reverse=True):
        if not kept or active.first.at < kept[-1].first.at:
            kept.append(active)
    return reversed(kept)


def _weeks_used(
    before: Active, then: Instant, used: frozenset[tuple[int, int]], day_end: time, free_day: bool
) -> frozenset[tuple[int, int]] | None:
    """The weeks whose free day is used up if the streak goes on from `before` to `then`; None if it ends."""
    weeks = [day.isocalendar()[:2] for day in _missed(before, then, day_end)]
    if not weeks:
        return used
    if not free_day or len(set(weeks)) < len(weeks) or used.intersection(weeks):
        return None
    return used.union(weeks)


def _missed(before: Active, then: Instant, day_end: time) -> list[date]:
    """The days without anything between `before` and `then`, or the first three of them: two are in one week then.

    None was missed if none was by the clock that the learner left with, and none if, flying to where
    the clocks are ahead, they had less than half a day of them: across the date line a day is an hour long.
    """
    days = min((then.day(day_end) - before.day).days, 4)
    missed = [before.day + number * _DAY for number in range(1, days)]
    if (local_day(then.at, before.last.offset_min, day_end) - before.day).days <= 1:
        return []
    lived = len(missed) * _DAY - timedelta(minutes=then.offset_min - before.last.offset_min)
    return missed if lived >= _HALF_A_DAY else []
