"""The problems, read from the content folder."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flaxdrills.problems.problem import Problem, Track
from flaxdrills.problems.problem_files import CatalogueError, reason
from flaxdrills.problems.problem_toml import load_problem


class UnknownProblem(CatalogueError):
    """There is no problem of that id."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All tracks, in order."""

    tracks: tuple[Track, ...]
    faults: tuple[str, ...] = ()
    """What could not be read, a sentence each; the rest is usable."""

    def __iter__(self) -> Iterator[Problem]:
        return (problem for track in self.tracks for problem in track.problems)

    def __len__(self) -> int:
        return sum(len(track.problems) for track in self.tracks)

    def problem(self, problem_id: str) -> Problem:
        """The problem of that id.

        Raises UnknownProblem, which names the nearest ids.
        """
        for problem in self:
            if problem.id == problem_id:
                return problem
        ids = [problem.id for problem in self]
        near = (
            difflib.get_close_matches(problem_id, ids, n=3, cutoff=0.4)
            or [known for known in ids if problem_id and problem_id in known][:3]
        )
        advice = f"Did you mean {' or '.join(near)}?" if near else "`flaxdrills list` shows them all."
        raise UnknownProblem(f"There is no problem {problem_id!r}. {advice}")

    def track_of(self, problem: Problem) -> Track:
        """The track that `problem` is in."""
        return next(track for track in self.tracks if track.id == problem.track)

    def neighbour(self, problem: Problem, step: int) -> Problem | None:
        """The problem `step` places further on, over the ends of tracks, or None past the last."""
        problems = list(self)
        index = next(i for i, other in enumerate(problems) if other.id == problem.id) + step
        return problems[index] if 0 <= index < len(problems) else None


def load_catalogue(folder: Path) -> Catalogue:
    """The catalogue that lies in `folder`.

    A problem that cannot be read becomes a fault, and the others work. Raises CatalogueError when
    there is no usable tracks.toml.
    """
    listing = folder / "tracks.toml"
    try:
        rows = tomllib.loads(listing.read_text("utf-8"))["track"]
        tracks, faults, seen = [], [], set()
        for row in rows:
            problems = []
            for position, problem_id in enumerate(row["problems"], 1):
                if problem_id in seen:
                    faults.append(f"{listing}: {problem_id!r} is listed twice")
                    continue
                seen.add(problem_id)
                try:
                    problems.append(load_problem(folder / row["id"] / problem_id, row["id"], position))
                except CatalogueError as fault:
                    faults.append(str(fault))
            tracks.append(Track(row["id"], row["title"], row.get("summary", ""), tuple(problems)))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise CatalogueError(f"{listing} cannot be used: {reason(error)}. Install flaxdrills again.") from error
    return Catalogue(tuple(tracks), tuple(faults))
