"""Where the learner stands with everything, as one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from datetime import time as time_of_day

from flaxdrills.catalogue import Catalogue
from flaxdrills.problem import Problem, Track
from flaxdrills.progress import ProblemProgress, Progress, Status
from flaxdrills.streak import Streak, local_day


@dataclass(frozen=True, slots=True)
class Standing:
    """A problem, and where the learner is with it."""

    problem: Problem
    progress: ProblemProgress


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
    """All that the browse screen and `list` show."""

    tracks: tuple[tuple[Track, tuple[Standing, ...]], ...]
    streak: Streak
    attempts: int
    last_opened: str | None
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

    @property
    def due(self) -> tuple[Standing, ...]:
        """The reviews that wait."""
        return tuple(standing for standing in self.standings if standing.progress.status is Status.DUE)

    @property
    def last(self) -> Standing | None:
        """The problem that something was last recorded about."""
        touched = [(standing.progress.last_at, standing) for standing in self.standings if standing.progress.last_at]
        return max(touched, key=lambda pair: pair[0])[1] if touched else None

    def twin(self, problem: Problem) -> Twin | None:
        """What to offer whoever solved `problem`: its twin, while that is not solved."""
        solved = {standing.problem.id for standing in self.standings if standing.progress.solved_at is not None}
        if problem.id not in solved or problem.twin in solved:
            return None
        for track, standings in self.tracks:
            for standing in standings:
                if standing.problem.id == problem.twin:
                    return Twin(standing.problem, track)
        return None


def overview_of(
    catalogue: Catalogue, progress: Progress, now: datetime, day_end: time_of_day, faults: Sequence[str] = ()
) -> Overview:
    """Where the learner stands `now` (an aware local time) with the problems of `catalogue`, going by `progress`.

    `faults` is what could not be read of the journal.
    """
    offset = now.utcoffset()
    today = local_day(now, int(offset.total_seconds() // 60) if offset else 0, day_end)
    return Overview(
        tracks=tuple(
            (track, tuple(Standing(problem, progress.problem(problem.id)) for problem in track.problems))
            for track in catalogue.tracks
        ),
        streak=progress.streak(today),
        attempts=progress.attempts,
        last_opened=progress.left_off(now),
        faults=(*catalogue.faults, *faults),
    )
