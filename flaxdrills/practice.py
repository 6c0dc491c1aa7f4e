"""What was practised: day by day, problem by problem, and lately."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone

from flaxdrills.days import Day, active_days, practised_s
from flaxdrills.journal import Entry, Kind
from flaxdrills.report import Verdict
from flaxdrills.review import Review
from flaxdrills.streak import Moment, Streak, local_day, streak_of

LATEST = 30
"""How many attempts of all are remembered one by one."""
RECENT = 10
"""How many attempts at a problem say what goes wrong these days."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One run that was recorded."""

    id: str
    problem: str
    at: datetime
    """By the learner's clock then."""
    verdict: str
    """A Verdict, or a word of a newer version."""
    seconds: float | None
    sha256: str
    """Of the text that was judged."""
    wrong: str | None
    """The shipped mistake that it was, if it was recognised at once."""

    @property
    def passed(self) -> bool:
        """Whether all was right."""
        return self.verdict == Verdict.PASSED


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """How one problem was practised."""

    review: Review = field(default_factory=Review)
    recent: tuple[bool, ...] = ()
    """Whether each of the last attempts passed, the latest last."""
    practised_s: float = 0.0


_NONE = Rehearsal()


@dataclass(frozen=True, slots=True)
class Practice:
    """All that was practised."""

    days: Mapping[date, Day] = field(default_factory=dict)
    problems: Mapping[str, Rehearsal] = field(default_factory=dict)
    latest: tuple[Attempt, ...] = ()
    """The latest first."""

    def problem(self, problem_id: str) -> Rehearsal:
        """How the problem of that id was practised."""
        return self.problems.get(problem_id, _NONE)

    def streak(self, now: datetime, day_end: time, *, free_day: bool = False) -> Streak:
        """Days in a row on which an attempt passed, as of `now`, an aware time by the learner's clock."""
        return streak_of(active_days(self.days), Moment.of(now), day_end, free_day=free_day)

    @property
    def practised_s(self) -> float:
        """Seconds spent, the idle ones not counted."""
        return sum(day.practised_s for day in self.days.values())


class PracticeFold:
    """Adds up entries, which come in the order of their time and then of their id."""

    def __init__(self, day_end: time = time(4)) -> None:
        self._day_end = day_end
        self._days: dict[date, Day] = {}
        self._reviews: dict[str, Review] = {}
        self._recent: dict[str, deque[bool]] = {}
        self._spent: defaultdict[str, float] = defaultdict(float)
        self._latest: deque[Entry] = deque(maxlen=LATEST)
        self._before: Entry | None = None

    def add(self, entry: Entry) -> None:
        """Take in `entry`; one of a kind that is not known is passed over."""
        problem = entry.problem
        if problem is None or entry.kind not in _KINDS:
            return
        day = local_day(entry.at, entry.offset_min, self._day_end)
        self._spend(entry, day)
        self._reviews[problem] = self._reviews.get(problem, _UNKNOWN).after(entry, day)
        if not is_attempt(entry):
            return
        self._latest.appendleft(entry)
        passed = entry.fields["verdict"] == Verdict.PASSED
        if entry.fields.get("untouched") is not True:
            self._recent.setdefault(problem, deque(maxlen=RECENT)).append(passed)
        moment = Moment(entry.at, entry.offset_min)
        self._days[day] = self._days.get(day, _EMPTY).with_attempt(passed, moment)

    def practice(self) -> Practice:
        """What it comes to so far."""
        problems = {
            name: Rehearsal(review, tuple(self._recent.get(name, ())), self._spent.get(name, 0.0))
            for name, review in self._reviews.items()
        }
        return Practice(dict(self._days), problems, tuple(filter(None, map(attempt_of, self._latest))))

    def _spend(self, entry: Entry, day: date) -> None:
        """The time since the entry before was spent on that one's problem, if it was spent practising."""
        before, self._before = self._before, entry
        if before is None or before.problem is None or not (seconds := practised_s(before.at, entry.at)):
            return
        self._days[day] = self._days.get(day, _EMPTY).with_time(seconds)
        self._spent[before.problem] += seconds


_EMPTY = Day()
_UNKNOWN = Review()
_KINDS = frozenset(map(str, Kind))


def practice_of(entries: Iterable[Entry], day_end: time = time(4)) -> Practice:
    """What `entries`, in the order of their time, add up to."""
    fold = PracticeFold(day_end)
    for entry in entries:
        fold.add(entry)
    return fold.practice()


def is_attempt(entry: Entry) -> bool:
    """Whether `entry` records a run that counts."""
    verdict = entry.fields.get("verdict")
    return entry.kind == Kind.ATTEMPT and isinstance(verdict, str) and verdict != Verdict.BROKEN


def attempt_of(entry: Entry) -> Attempt | None:
    """The attempt that `entry` records, if it does."""
    if entry.problem is None or not is_attempt(entry):
        return None
    seconds, sha256, wrong = (entry.fields.get(key) for key in ("seconds", "sha256", "wrong"))
    return Attempt(
        entry.id,
        entry.problem,
        entry.at.astimezone(timezone(timedelta(minutes=entry.offset_min))),
        str(entry.fields["verdict"]),
        float(seconds) if isinstance(seconds, int | float) else None,
        sha256 if isinstance(sha256, str) else "",
        wrong if isinstance(wrong, str) else None,
    )
