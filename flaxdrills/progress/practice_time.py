"""How long the learner sat at it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_PAUSE_S = 15 * 60
"""After so long without an event the learner is taken to have left."""


@dataclass(slots=True)
class PracticePeriod:
    """From one event to the last that followed without a long pause."""

    began: int
    """Seconds since 1970, in UTC."""
    offset_min: int
    """How far the learner's clock was ahead of UTC when it began."""
    ended: int


class PracticePeriods:
    """The periods that a set of events makes. Neither the order of the events nor repeating one matters."""

    def __init__(self, periods: Iterable[PracticePeriod] = ()) -> None:
        self._all = list(periods)

    def __iter__(self) -> Iterator[PracticePeriod]:
        """All of them in the order of time."""
        return iter(self._all)

    def add(self, at: int, offset_min: int) -> None:
        """Add an event that happened `at` seconds since 1970."""
        last = self._all[-1] if self._all else None
        if last is not None and last.began < at <= last.ended + _PAUSE_S:
            # Nearly every event is that of someone who goes on.
            last.ended = max(last.ended, at)
            return
        index = bisect_right(self._all, at, key=lambda period: period.began)
        before = self._all[index - 1] if index else None
        after = self._all[index] if index < len(self._all) else None
        if before is not None and at - before.ended <= _PAUSE_S:
            before.ended = max(before.ended, at)
            if at == before.began:
                before.offset_min = min(before.offset_min, offset_min)
            if after is not None and after.began - before.ended <= _PAUSE_S:
                before.ended = after.ended
                del self._all[index]
        elif after is not None and after.began - at <= _PAUSE_S:
            after.began, after.offset_min = at, offset_min
        else:
            self._all.insert(index, PracticePeriod(at, offset_min, at))
