"""When a solved problem is due again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any

from flaxdrills.journal.journal import EntryKind
from flaxdrills.judging.verdict import Verdict
from flaxdrills.progress.grade import Grade, earned_grade
from flaxdrills.progress.progress_events import ProgressEvent, short_id

if TYPE_CHECKING:
    from fsrs import Scheduler

_LONGEST_DAYS = 365
"""However well it is known, a problem comes back once a year."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What FSRS makes of the grades so far."""

    stability: float
    """After how many days nine of ten would still remember it."""
    difficulty: float
    graded_on: date
    due_on: date

    def faded(self, today: date) -> float:
        """The larger, the harder to remember `today`: as FSRS's retrievability orders, without its formula."""
        return (today - self.graded_on).days / self.stability


@dataclass(frozen=True, slots=True)
class Review:
    """One problem's rounds: the first until it was solved, and one a review since."""

    memory: Memory | None = None
    """None until it was solved."""
    rounds: int = 0
    """How many ended with a pass."""
    first_tries: int = 0
    """How many of them at the first try, without a hint or the solution."""
    is_open: bool = True
    """Whether a round goes on. A pass outside of one, such as of the old solution, says nothing of memory."""
    begun_at: datetime | None = None
    failures: int = 0
    """In this round."""
    hints: int = 0
    """How many were taken in this round."""
    revealed: bool = False
    """Whether the solution was shown in this round."""
    peeked_on: date | None = None
    """When the solution was last shown outside of a round."""
    is_graded: bool = False
    """Whether this round's grade was given already, when the solution was shown."""
    grade: Grade | None = None
    """The last one."""
    graded: str = ""
    """The id of the event that it was given for."""
    before: Memory | None = None
    """What was remembered before that grade, so that it can be changed."""

    def is_due(self, today: date) -> bool:
        """Whether it should be solved again."""
        return self.memory is not None and self.memory.due_on <= today

    @property
    def is_review(self) -> bool:
        """Whether it was solved before and is being solved again."""
        return self.is_open and self.memory is not None

    def was_reviewed_on(self, today: date) -> bool:
        """Whether `today` a review of it was graded."""
        return self.before is not None and self.memory is not None and self.memory.graded_on == today

    def after(self, event: ProgressEvent, day: date) -> Review:
        """What `event`, of the learner's `day` and later than all before, makes of it."""
        match event.kind:
            case EntryKind.ATTEMPT if self.is_open:
                if event.verdict is Verdict.PASSED:
                    return self._passed(event, day)
                # A file that was half written was no try.
                tries = 0 if event.unfinished else 1
                return replace(self, begun_at=self.begun_at or event.at, failures=self.failures + tries)
            case EntryKind.HINT if self.is_open:
                return replace(self, begun_at=self.begun_at or event.at, hints=max(self.hints, event.number + 1))
            case EntryKind.OPENED if self.is_open and self.begun_at is None:
                return replace(self, begun_at=event.at)
            case EntryKind.REVEALED:
                return self._shown(event, day)
            case EntryKind.RESET if not self.is_open:
                return self._anew(event, day)
            case EntryKind.GRADED if self.memory is not None and event.grade and event.number == short_id(self.graded):
                memory = _graded(self.before, event.grade, self.memory.graded_on)
                return replace(self, grade=event.grade, memory=memory)
            case _:
                return self

    def _anew(self, event: ProgressEvent, day: date) -> Review:
        return replace(
            self,
            is_open=True,
            begun_at=event.at,
            failures=0,
            hints=0,
            # Who looks it up first and then starts does not remember it either.
            revealed=self.peeked_on == day,
            is_graded=False,
        )

    def _shown(self, event: ProgressEvent, day: date) -> Review:
        if not self.is_open:
            return replace(self, peeked_on=day)
        shown = replace(self, begun_at=self.begun_at or event.at, revealed=True)
        # A new problem has no grade before it is solved; a review is given up.
        if self.memory is None or self.is_graded:
            return shown
        return shown._with_grade(Grade.AGAIN, event, day, is_graded=True)

    def _passed(self, event: ProgressEvent, day: date) -> Review:
        if self.is_graded:
            return replace(self, is_open=False, rounds=self.rounds + 1)
        grade = self._earned(event.at)
        first_tries = self.first_tries + (grade in (Grade.GOOD, Grade.EASY))
        return self._with_grade(grade, event, day, is_open=False, rounds=self.rounds + 1, first_tries=first_tries)

    def _earned(self, at: datetime) -> Grade:
        took = at - self.begun_at if self.begun_at is not None else None
        return earned_grade(revealed=self.revealed, hints=self.hints, failures=self.failures, took=took)

    def _with_grade(self, grade: Grade, event: ProgressEvent, day: date, **changes: Any) -> Review:
        memory = _graded(self.memory, grade, day)
        return replace(self, grade=grade, graded=event.id, before=self.memory, memory=memory, **changes)


_NOON = time(12, tzinfo=UTC)


def _graded(memory: Memory | None, grade: Grade, day: date) -> Memory:
    """What is remembered after `grade` on `day`.

    FSRS is told of whole days: whoever solves at nine in the evening and again the next morning has slept over it.
    """
    # Importing it takes a while, and what was graded before is in the snapshot.
    from fsrs import Card, Rating, State

    now = datetime.combine(day, _NOON)
    if memory is None:
        card = Card(card_id=0, due=now)
    else:
        last = datetime.combine(memory.graded_on, _NOON)
        card = Card(0, State.Review, None, memory.stability, memory.difficulty, now, last)
    rating = {
        Grade.AGAIN: Rating.Again,
        Grade.HARD: Rating.Hard,
        Grade.GOOD: Rating.Good,
        Grade.EASY: Rating.Easy,
    }[grade]
    card, _ = _scheduler().review_card(card, rating, now)
    assert card.stability is not None and card.difficulty is not None
    return Memory(card.stability, card.difficulty, day, card.due.date())


@cache
def _scheduler() -> Scheduler:
    """Days only: a problem takes too long for the steps of minutes that flash cards begin with."""
    from fsrs import Scheduler

    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False, maximum_interval=_LONGEST_DAYS)
