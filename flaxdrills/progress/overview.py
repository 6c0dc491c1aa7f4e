"""Where the learner stands with everything, as one value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Chapter, Problem, Track
from flaxdrills.progress.calendar_day import Instant
from flaxdrills.progress.problem_progress import ProblemProgress, Status
from flaxdrills.progress.progress_accumulator import Progress
from flaxdrills.progress.review_order import interleaved
from flaxdrills.progress.streak import Streak
from flaxdrills.system.settings import Settings


@dataclass(frozen=True, slots=True)
class Standing:
    """A problem, and where the learner is with it."""

    problem: Problem
    progress: ProblemProgress

    @property
    def is_solved(self) -> bool:
        """Whether an attempt ever passed."""
        return self.progress.solved_at is not None

    @property
    def is_due(self) -> bool:
        """Whether it should be solved again."""
        return self.progress.status is Status.DUE

    @property
    def can_be_reviewed(self) -> bool:
        """Whether a review of it is due and not begun."""
        return self.is_due and not self.progress.review.is_open

    @property
    def is_at_stake(self) -> bool:
        """Whether it matters for the next review what is looked up now: it is unsolved, due, or being reviewed."""
        return self.is_due or self.progress.review.is_open


@dataclass(frozen=True, slots=True)
class ChapterStanding:
    """A chapter, and where the learner is with its problems."""

    track: Track
    chapter: Chapter
    standings: tuple[Standing, ...]

    @property
    def id(self) -> str:
        """What no other chapter is called, and no problem."""
        return f"{self.track.id}: {self.chapter.title}"

    @property
    def solved(self) -> int:
        """How many of its problems were solved."""
        return sum(standing.is_solved for standing in self.standings)

    @property
    def due(self) -> int:
        """How many of them are due."""
        return sum(standing.is_due for standing in self.standings)

    def has(self, problem_id: str | None) -> bool:
        """Whether the problem of that id is in it."""
        return any(standing.problem.id == problem_id for standing in self.standings)


@dataclass(frozen=True, slots=True)
class Twin:
    """The same idea as in a problem that was just solved, in the other API."""

    problem: Problem
    track: Track

    @property
    def api(self) -> str:
        """What it is written in: "NNX" or "Linen"."""
        return self.track.title.removeprefix("Flax ")


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the screens and the commands show."""

    tracks: tuple[tuple[Track, tuple[Standing, ...]], ...]
    streak: Streak
    attempts: int
    last_opened: str | None
    today: date
    progress: Progress
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
        return sum(standing.is_solved for standing in self.standings)

    @property
    def due_in_words(self) -> str:
        """How many problems are due, and how many of them are put first today where that differs; "" for none."""
        today, due = len(self.reviews), len(self.due)
        if today == due:
            return f"{due} due" if due else ""
        return f"{today or 'none'} to review today, {due} due in all"

    def standing(self, problem_id: str) -> Standing:
        """The problem of that id, which is one of the catalogue's, and where the learner is with it."""
        return next(standing for standing in self.standings if standing.problem.id == problem_id)

    def chapters_of(self, track: Track) -> tuple[ChapterStanding, ...]:
        """The chapters of `track`, if it is divided."""
        by_id = {standing.problem.id: standing for standing in self.standings if standing.problem.track == track.id}
        return tuple(
            ChapterStanding(track, chapter, tuple(by_id[problem.id] for problem in chapter.problems))
            for chapter in track.chapters
        )

    @property
    def last(self) -> Standing | None:
        """The problem that something was last recorded about."""
        touched = [(standing.progress.last_at, standing) for standing in self.standings if standing.progress.last_at]
        return max(touched, key=lambda pair: pair[0])[1] if touched else None

    def twin(self, problem: Problem) -> Twin | None:
        """What to offer whoever solved `problem`: its twin, while that is not solved."""
        twin = self.any_twin(problem)
        is_offered = twin is not None and self.standing(problem.id).is_solved
        return twin if twin is not None and is_offered and not self.standing(twin.problem.id).is_solved else None

    def twin_beside(self, problem: Problem) -> Twin | None:
        """The twin that `problem` may be compared with: both are solved, and no review of either is due or begun."""
        twin = self.any_twin(problem)
        if twin is None or any(self.standing(one.id).is_at_stake for one in (problem, twin.problem)):
            return None
        return twin

    def any_twin(self, problem: Problem) -> Twin | None:
        """The same idea in the other API, solved or not."""
        for track, standings in self.tracks:
            for standing in standings:
                if standing.problem.id == problem.twin:
                    return Twin(standing.problem, track)
        return None


def standing_of(problem: Problem, progress: Progress, today: date) -> Standing:
    """Where the learner stands `today` with `problem`, going by `progress`."""
    known = progress.problem(problem.id)
    return Standing(problem, replace(known, status=Status.DUE) if known.review.is_due(today) else known)


def overview_of(
    catalogue: Catalogue, progress: Progress, now: datetime, settings: Settings, faults: Sequence[str] = ()
) -> Overview:
    """Where the learner stands `now` (an aware local time) with the problems of `catalogue`, going by `progress`.

    `faults` is what could not be read of the journal.
    """
    today = Instant.of(now).day(settings.day_end)

    tracks = tuple(
        (track, tuple(standing_of(problem, progress, today) for problem in track.problems))
        for track in catalogue.tracks
    )
    due = _in_order((one for _, standings in tracks for one in standings), today)
    done_today = sum(problem.review.was_reviewed_on(today) for problem in progress.problems.values())
    return Overview(
        tracks=tracks,
        streak=progress.streak(now, settings.day_end, free_day=settings.free_day),
        attempts=progress.attempts,
        last_opened=progress.left_off(now),
        today=today,
        progress=progress,
        due=due,
        reviews=due[: max(0, settings.reviews_a_day - done_today)],
        faults=(*catalogue.faults, *faults),
    )


def _in_order(standings: Iterable[Standing], today: date) -> tuple[Standing, ...]:
    memories = [(standing.progress.review.memory, standing) for standing in standings]
    faded = [
        (-memory.faded(today), standing)
        for memory, standing in memories
        if memory is not None and memory.due_on <= today
    ]
    hardest_first = (standing for _, standing in sorted(faded, key=lambda pair: pair[0]))
    return interleaved(hardest_first, lambda standing: (standing.problem.track, _topic(standing.problem)))


def _topic(problem: Problem) -> str:
    """What a problem is about above all."""
    return problem.concepts[0] if problem.concepts else problem.id
