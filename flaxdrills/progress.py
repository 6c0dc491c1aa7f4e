"""What the journal's entries add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import reduce

from flaxdrills.journal import Entry, Kind
from flaxdrills.moments import Added, Moment, Moments, moment_of
from flaxdrills.report import Verdict
from flaxdrills.sittings import Sittings
from flaxdrills.streak import Streak, local_day, local_day_of, streak_of


class Status(StrEnum):
    """Where the learner stands with a problem."""

    NEW = "new"
    TRIED = "tried"
    SOLVED = "solved"
    DUE = "due"
    """Solved once, and about to be forgotten."""


@dataclass(frozen=True, slots=True)
class ProblemProgress:
    """Where the learner stands with one problem."""

    status: Status = Status.NEW
    attempts: int = 0
    hints: int = 0
    """How many of its hints were taken, ever; a reset does not give them back."""
    revealed: bool = False
    """Whether the reference solution was shown."""
    solved_at: datetime | None = None
    """When an attempt first passed."""
    last_at: datetime | None = None
    """When anything about it was last recorded."""


_NOTHING = ProblemProgress()


@dataclass(frozen=True, slots=True)
class Day:
    """One of the learner's days."""

    attempts: int = 0
    passes: int = 0
    practised: timedelta = timedelta()
    """Of the sittings that began on it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the learner stands."""

    problems: Mapping[str, ProblemProgress] = field(default_factory=dict)
    """Only those that the journal knows; `problem` answers for all."""
    days: Mapping[date, Day] = field(default_factory=dict)
    """Only those on which something was done, in no order."""
    opened: Mapping[str, datetime] = field(default_factory=dict)
    """When a problem was last opened, by its id."""

    def problem(self, problem_id: str) -> ProblemProgress:
        """Where the learner stands with the problem of that id."""
        return self.problems.get(problem_id, _NOTHING)

    @property
    def attempts(self) -> int:
        """How often a solution was judged."""
        return sum(problem.attempts for problem in self.problems.values())

    @property
    def solved(self) -> int:
        """How many problems were solved."""
        return sum(problem.solved_at is not None for problem in self.problems.values())

    def streak(self, today: date) -> Streak:
        """Days in a row on which an attempt passed."""
        return streak_of((day for day, done in self.days.items() if done.passes), today)

    def left_off(self, now: datetime) -> str | None:
        """The id of the problem that was opened last.

        What a clock that was wrong says of days to come is believed only when there is nothing else.
        """
        times = [(at <= now + timedelta(days=1), at, problem_id) for problem_id, at in self.opened.items()]
        return max(times)[2] if times else None


class Fold:
    """What events add up to so far. Neither their order nor repeating one matters."""

    def __init__(self, day_end: time = time(4)) -> None:
        self.day_end = day_end
        self.moments: dict[str, Moments] = {}
        """By problem."""
        self.problems: dict[str, ProblemProgress] = {}
        self.counts: dict[date, tuple[int, int]] = {}
        """How many attempts there were on a day, and how many passed."""
        self.opened: dict[str, datetime] = {}
        self.sittings = Sittings()
        self._stale: set[str] = set()
        """The problems whose events are to be gone through from the first, for one came to lie among them."""
        self._is_recount_due = False
        self._progress: Progress | None = None

    def add(self, entry: Entry) -> bool:
        """Add an event; says whether it changes anything. Kinds of a newer version are passed over."""
        moment = moment_of(entry)
        if moment is None or entry.problem is None:
            return False
        added = self.moments.setdefault(entry.problem, Moments()).add(moment, entry.id)
        if added is Added.NOT:
            return False
        self._progress = None
        if added is Added.LAST and entry.problem not in self._stale:
            self.problems[entry.problem] = after(self.problems.get(entry.problem, _NOTHING), moment)
        else:
            self._stale.add(entry.problem)
        if added is Added.INSTEAD:
            self._is_recount_due = True
        else:
            self._count(entry.problem, moment)
        return True

    def settle(self) -> None:
        """Go once more through what `add` could not simply go on from."""
        for problem_id in self._stale:
            self.problems[problem_id] = reduce(after, self.moments[problem_id], _NOTHING)
        self._stale.clear()
        if self._is_recount_due:
            self._is_recount_due = False
            self.counts, self.opened, self.sittings = {}, {}, Sittings()
            for problem_id, moments in self.moments.items():
                for moment in moments:
                    self._count(problem_id, moment)

    def progress(self) -> Progress:
        """Where the learner stands after all that was added."""
        if self._progress is None:
            self.settle()
            self._progress = Progress(dict(self.problems), self._days(), dict(self.opened))
        return self._progress

    def _count(self, problem_id: str, moment: Moment) -> None:
        """Add to what does not depend on what came before."""
        self.sittings.add(int(moment.at.timestamp()), moment.offset_min)
        if moment.kind is Kind.OPENED:
            self.opened[problem_id] = max(moment.at, self.opened.get(problem_id, moment.at))
        if moment.kind is Kind.ATTEMPT:
            day = local_day(moment.at, moment.offset_min, self.day_end)
            attempts, passes = self.counts.get(day, (0, 0))
            self.counts[day] = attempts + 1, passes + (moment.verdict is Verdict.PASSED)

    def _days(self) -> dict[date, Day]:
        practised: dict[date, int] = {}
        for sitting in self.sittings:
            day = local_day_of(sitting.began, sitting.offset_min, self.day_end)
            practised[day] = practised.get(day, 0) + sitting.ended - sitting.began
        return {
            day: Day(*self.counts.get(day, (0, 0)), timedelta(seconds=practised.get(day, 0)))
            for day in self.counts.keys() | practised.keys()
        }


def progress_of(entries: Iterable[Entry], day_end: time = time(4)) -> Progress:
    """What `entries` add up to."""
    fold = Fold(day_end)
    for entry in entries:
        fold.add(entry)
    return fold.progress()


def after(before: ProblemProgress, moment: Moment) -> ProblemProgress:
    """Where the learner stands with a problem after `moment`, which came later than all that led to `before`."""
    match moment.kind:
        case Kind.ATTEMPT:
            passed = moment.verdict is Verdict.PASSED
            return replace(
                before,
                last_at=moment.at,
                status=Status.SOLVED if passed else Status.TRIED if before.status is Status.NEW else before.status,
                attempts=before.attempts + 1,
                solved_at=before.solved_at or (moment.at if passed else None),
            )
        case Kind.HINT:
            return replace(before, last_at=moment.at, hints=max(before.hints, moment.number + 1))
        case Kind.REVEALED:
            return replace(before, last_at=moment.at, revealed=True)
        case _:
            return replace(before, last_at=moment.at)
