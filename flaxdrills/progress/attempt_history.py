"""Looking attempts up in the journal: those at a problem with what became of them, and those of a day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from flaxdrills.journal.journal import Entry, Journal
from flaxdrills.progress.attempt_record import Attempt, attempt_of
from flaxdrills.progress.calendar_day import local_day
from flaxdrills.progress.grade import Grade
from flaxdrills.progress.progress_events import progress_event_of
from flaxdrills.progress.reviews import Review
from flaxdrills.system.settings import DEFAULT_DAY_END

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PastAttempt:
    """One attempt in the history of its problem."""

    number: int
    """From 1, the oldest."""
    attempt: Attempt
    round: int
    """From 1: until it was solved for the first time. Each review is one more."""
    grade: Grade | None = None
    """How well it was remembered, if this attempt said so."""

    @property
    def is_review(self) -> bool:
        """Whether the problem had been solved before."""
        return self.round > 1


def attempts_at(journal: Journal, problem_id: str, day_end: time = DEFAULT_DAY_END) -> tuple[PastAttempt, ...]:
    """Every attempt at the problem, the oldest first; it reads all of the journal."""
    named = problem_id.encode()
    return history_of(_entries(journal, lambda line: named in line), problem_id, day_end)


def history_of(entries: Iterable[Entry], problem_id: str, day_end: time = DEFAULT_DAY_END) -> tuple[PastAttempt, ...]:
    """Every attempt at the problem, the oldest first; `entries` are in the order of their time."""
    review = Review()
    attempts: list[tuple[Attempt, int]] = []
    grades: dict[str, Grade] = {}
    for entry in entries:
        event = progress_event_of(entry)
        if event is None or entry.problem != problem_id:
            continue
        if attempt := attempt_of(entry):
            attempts.append((attempt, review.rounds + review.is_open))
        review = review.after(event, local_day(entry.at, entry.offset_min, day_end))
        if review.grade is not None:
            grades[review.graded] = review.grade
    return tuple(
        PastAttempt(number, attempt, round_, grades.get(attempt.id))
        for number, (attempt, round_) in enumerate(attempts, 1)
    )


def attempts_on(journal: Journal, day: date, day_end: time = DEFAULT_DAY_END) -> tuple[Attempt, ...]:
    """Every attempt of one of the learner's days, in the order of their time; it reads all of the journal."""
    # What the clock showed is up to a day away from UTC, either way, and the day ends up to a day later.
    near = (day + number * _DAY for number in range(-2, 4))
    dated = re.compile("|".join(near_day.isoformat() for near_day in near).encode())
    entries = _entries(journal, dated.search)
    on_it = (entry for entry in entries if local_day(entry.at, entry.offset_min, day_end) == day)
    return tuple(attempt for attempt in map(attempt_of, on_it) if attempt is not None)


def _entries(journal: Journal, is_wanted: Callable[[bytes], object]) -> list[Entry]:
    """The entries on lines that are wanted, and all that wait, in the order of their time, then of their id."""
    entries = {entry.id: entry for entry in (*journal.read(is_wanted).entries, *journal.waiting)}
    return sorted(entries.values(), key=lambda entry: (entry.at, entry.id))
