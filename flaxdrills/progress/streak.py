"""Days in a row, as the learner's own calendar counts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from flaxdrills.progress.calendar_day import Instant, local_day
from flaxdrills.system.settings import DEFAULT_DAY_END

_DAY = timedelta(days=1)
_HALF_A_DAY = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class ActiveDay:
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


def streak_of(
    days: Iterable[ActiveDay], now: Instant, day_end: time = DEFAULT_DAY_END, *, free_day: bool = False
) -> Streak:
    """The streak that `days`, in whatever order, make at `now`.

    A day without anything ends the streak only when it is over. Whoever travels loses no day that
    they never had (see `_missed`), and gains none by having the same date twice. With `free_day`,
    one day of each week from Monday to Sunday may be missed; it is not counted. Days after `now`,
    left by a clock that was wrong, do not lengthen the current streak.
    """
    run, longest = 0, 0
    last: tuple[ActiveDay, frozenset[tuple[int, int]], int] | None = None
    before: ActiveDay | None = None
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


def _once(days: Iterable[ActiveDay]) -> Iterator[ActiveDay]:
    """`days` in order, without those that came after a later one: a journey west gives no second chance."""
    kept: list[ActiveDay] = []
    for active in sorted(days, key=lambda active: active.day, reverse=True):
        if not kept or active.first.at < kept[-1].first.at:
            kept.append(active)
    return reversed(kept)


def _weeks_used(
    before: ActiveDay, then: Instant, used: frozenset[tuple[int, int]], day_end: time, free_day: bool
) -> frozenset[tuple[int, int]] | None:
    """The weeks whose free day is used up if the streak goes on from `before` to `then`; None if it ends."""
    weeks = [day.isocalendar()[:2] for day in _missed(before, then, day_end)]
    if not weeks:
        return used
    if not free_day or len(set(weeks)) < len(weeks) or used.intersection(weeks):
        return None
    return used.union(weeks)


def _missed(before: ActiveDay, then: Instant, day_end: time) -> list[date]:
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
