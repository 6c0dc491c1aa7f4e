"""What the journal's entries add up to."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import reduce

from flaxdrills.journal.journal import Entry, EntryKind
from flaxdrills.judging.verdict import Verdict
from flaxdrills.progress.attempt_record import RecentRun
from flaxdrills.progress.calendar_day import Instant, local_day_of
from flaxdrills.progress.daily_activity import DayActivity, active_days
from flaxdrills.progress.practice_time import PracticePeriods
from flaxdrills.progress.problem_progress import _NOTHING, ProblemProgress, after
from flaxdrills.progress.progress_events import Added, ProgressEvent, ProgressEvents, progress_event_of
from flaxdrills.progress.streak import Streak, streak_of
from flaxdrills.system.settings import DEFAULT_DAY_END

LATEST = 30
"""How many attempts of all are remembered one by one."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the learner stands."""

    problems: Mapping[str, ProblemProgress] = field(default_factory=dict)
    """Only those that the journal knows; `problem` answers for all."""
    days: Mapping[date, DayActivity] = field(default_factory=dict)
    """Only those on which something was done, in no order."""
    opened: Mapping[str, datetime] = field(default_factory=dict)
    """When a problem was last opened, by its id."""
    latest: tuple[RecentRun, ...] = ()
    """The latest attempts, the last one first."""

    def problem(self, problem_id: str) -> ProblemProgress:
        """Where the learner stands with the problem of that id."""
        return self.problems.get(problem_id, _NOTHING)

    @property
    def attempts(self) -> int:
        """How often a solution was judged."""
        return sum(problem.attempts for problem in self.problems.values())

    @property
    def unfinished(self) -> int:
        """How many of the attempts were of half-written files, and so no tries."""
        return sum(problem.unfinished for problem in self.problems.values())

    @property
    def solved(self) -> int:
        """How many problems were solved."""
        return sum(problem.solved_at is not None for problem in self.problems.values())

    @property
    def practised_s(self) -> int:
        """Seconds spent, the idle ones not counted."""
        return sum(day.practised_s for day in self.days.values())

    def streak(self, now: datetime, day_end: time = DEFAULT_DAY_END, *, free_day: bool = False) -> Streak:
        """Days in a row on which an attempt passed, as of `now`, an aware time by the learner's clock."""
        return streak_of(active_days(self.days), Instant.of(now), day_end, free_day=free_day)

    def left_off(self, now: datetime) -> str | None:
        """The id of the problem that was opened last.

        What a clock that was wrong says of days to come is believed only when there is nothing else.
        """
        times = [(at <= now + timedelta(days=1), at, problem_id) for problem_id, at in self.opened.items()]
        return max(times)[2] if times else None


class ProgressAccumulator:
    """What events add up to so far. Neither their order nor repeating one matters."""

    def __init__(self, day_end: time = DEFAULT_DAY_END) -> None:
        self.day_end = day_end
        self.events: dict[str, ProgressEvents] = {}
        """By problem."""
        self.problems: dict[str, ProblemProgress] = {}
        self.days: dict[date, DayActivity] = {}
        """The attempts of each day; the time is in the periods."""
        self.latest: list[tuple[datetime, str, str, int, str, bool]] = []
        """Of each of the latest attempts, the last one last, what `RecentRun.of` makes a run of."""
        self.opened: dict[str, datetime] = {}
        self.periods = PracticePeriods()
        self._stale: set[str] = set()
        """The problems whose events are to be gone through from the first, for one came to lie among them."""
        self._is_recount_due = False
        self.has_graded = False
        """Whether what is remembered of a problem was worked out here, for which a library is to be imported."""
        self._progress: Progress | None = None

    def add(self, entry: Entry) -> bool:
        """Add an event; says whether it changes anything. Kinds of a newer version are passed over."""
        event = progress_event_of(entry)
        if event is None or entry.problem is None:
            return False
        added = self.events.setdefault(entry.problem, ProgressEvents()).add(event)
        if added is Added.NOT:
            return False
        self._progress = None
        if added is Added.LAST and entry.problem not in self._stale:
            self.problems[entry.problem] = self._after(self.problems.get(entry.problem, _NOTHING), event)
        else:
            self._stale.add(entry.problem)
        if added is Added.INSTEAD:
            self._is_recount_due = True
        else:
            self._count(entry.problem, event)
        return True

    def settle(self) -> None:
        """Go once more through what `add` could not simply go on from."""
        for problem_id in self._stale:
            self.problems[problem_id] = reduce(self._after, self.events[problem_id], _NOTHING)
        self._stale.clear()
        if self._is_recount_due:
            self._is_recount_due = False
            self.days, self.latest, self.opened, self.periods = {}, [], {}, PracticePeriods()
            for problem_id, events in self.events.items():
                for event in events:
                    self._count(problem_id, event)

    def progress(self) -> Progress:
        """Where the learner stands after all that was added."""
        if self._progress is None:
            self.settle()
            latest = tuple(RecentRun.of(*parts) for parts in reversed(self.latest))
            self._progress = Progress(dict(self.problems), self._days(), dict(self.opened), latest)
        return self._progress

    def _count(self, problem_id: str, event: ProgressEvent) -> None:
        """Add to what does not depend on what came before."""
        self.periods.add(int(event.at.timestamp()), event.offset_min)
        if event.kind is EntryKind.OPENED:
            self.opened[problem_id] = max(event.at, self.opened.get(problem_id, event.at))
        if event.kind is EntryKind.ATTEMPT:
            day = self._day_of(event)
            passed = Instant(event.at, event.offset_min) if event.verdict is Verdict.PASSED else None
            self.days[day] = self.days.get(day, _EMPTY).with_attempt(passed)
            if len(self.latest) < LATEST or event.at >= self.latest[0][0]:
                verdict = str(event.verdict or "other")
                parts = event.at, event.id, problem_id, event.offset_min, verdict, event.unfinished
                insort(self.latest, parts)
                del self.latest[:-LATEST]

    def _after(self, before: ProblemProgress, event: ProgressEvent) -> ProblemProgress:
        now = after(before, event, self._day_of(event))
        self.has_graded |= now.review.memory is not before.review.memory
        return now

    def _day_of(self, event: ProgressEvent) -> date:
        return local_day_of(int(event.at.timestamp()), event.offset_min, self.day_end)

    def _days(self) -> dict[date, DayActivity]:
        days = dict(self.days)
        for period in self.periods:
            day = local_day_of(period.began, period.offset_min, self.day_end)
            days[day] = days.get(day, _EMPTY).with_time(period.ended - period.began)
        return days


_EMPTY = DayActivity()


def progress_of(entries: Iterable[Entry], day_end: time = DEFAULT_DAY_END) -> Progress:
    """What `entries` add up to."""
    accumulator = ProgressAccumulator(day_end)
    for entry in entries:
        accumulator.add(entry)
    return accumulator.progress()
