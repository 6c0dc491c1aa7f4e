"""Where the learner stands with everything, as one value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from flaxdrills.catalogue import Catalogue
from flaxdrills.habits import Habits
from flaxdrills.interleave import interleaved
from flaxdrills.journal import Record
from flaxdrills.practice import Practice, Rehearsal, practice_of
from flaxdrills.problem import Problem, Track
from flaxdrills.progress import ProblemProgress, Status, progress_of
from flaxdrills.streak import Moment, Streak


@dataclass(frozen=True, slots=True)
class Standing:
    """A problem, and where the learner is with it."""

    problem: Problem
    progress: ProblemProgress
    rehearsal: Rehearsal = field(default_factory=Rehearsal)


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the screens and the commands show."""

    tracks: tuple[tuple[Track, tuple[Standing, ...]], ...]
    streak: Streak
    attempts: int
    last_opened: str | None
    today: date
    practice: Practice
    due: tuple[Standing, ...] = ()
    """The problems to be solved again: hardest to remember first, not four of one kind in a row."""
    reviews: tuple[Standing, ...] = ()
    """Those of them that are put first today: not more a day than the learner wants."""
    faults: tuple[str, ...] = ()
    """What could not be read, of content or journal."""

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Every problem in order."""
        return tuple(standing for _, standings in self.tracks for standing in standings)

    @property
    def solved(self) -> int:
        """How many of the problems were solved."""
        return sum(standing.progress.solved_at is not None for standing in self.standings)

    def standing(self, problem_id: str) -> Standing:
        """The problem of that id, which is one of the catalogue's, and where the learner is with it."""
        return next(standing for standing in self.standings if standing.problem.id == problem_id)


def overview_of(catalogue: Catalogue, record: Record, now: datetime, habits: Habits) -> Overview:
    """Where the learner stands `now` (an aware local time) with the problems of `catalogue`, going by `record`."""
    progress, practice = progress_of(record.entries), practice_of(record.entries, habits.day_end)
    today = Moment.of(now).day(habits.day_end)

    def standing(problem: Problem) -> Standing:
        known, rehearsal = progress.problem(problem.id), practice.problem(problem.id)
        if rehearsal.review.is_due(today):
            known = replace(known, status=Status.DUE)
        return Standing(problem, known, rehearsal)

    tracks = tuple((track, tuple(map(standing, track.problems))) for track in catalogue.tracks)
    due = _in_order((one for _, standings in tracks for one in standings), today)
    done_today = sum(rehearsal.review.was_reviewed_on(today) for rehearsal in practice.problems.values())
    return Overview(
        tracks=tracks,
        streak=practice.streak(now, habits.day_end, free_day=habits.free_day),
        attempts=progress.attempts,
        last_opened=progress.last_opened,
        today=today,
        practice=practice,
        due=due,
        reviews=due[: max(0, habits.reviews_a_day - done_today)],
        faults=(*catalogue.faults, *record.faults),
    )


def _in_order(standings: Iterable[Standing], today: date) -> tuple[Standing, ...]:
    due = [(standing.rehearsal.review.memory, standing) for standing in standings]
    faded = [(-memory.faded(today), standing) for memory, standing in due if memory is not None and memory.due <= today]
    hardest_first = (standing for _, standing in sorted(faded, key=lambda pair: pair[0]))
    return interleaved(hardest_first, lambda standing: (standing.problem.track, _topic(standing.problem)))


def _topic(problem: Problem) -> str:
    """What a problem is about above all."""
    return problem.concepts[0] if problem.concepts else problem.id
