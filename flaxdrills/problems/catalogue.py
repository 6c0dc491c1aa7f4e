"""The problems, read from the content folder."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flaxdrills.problems.problem import Chapter, Problem, Track
from flaxdrills.problems.problem_files import CatalogueError, reason
from flaxdrills.problems.problem_toml import load_problem
from flaxdrills.system.data_files import in_short, read_toml


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
    reading = _Reading(folder, listing)
    try:
        tracks = tuple(map(reading.track, _tables(read_toml(listing), "track")))
    except (OSError, ValueError, KeyError) as error:
        raise CatalogueError(f"{listing} cannot be used: {reason(error)}. Install flaxdrills again.") from error
    return Catalogue(tracks, tuple(reading.faults))


class _Reading:
    """What was found so far while tracks are read."""

    def __init__(self, folder: Path, listing: Path) -> None:
        self._folder = folder
        self._listing = listing
        self._tracks: set[str] = set()
        self._seen: set[str] = set()
        self.faults: list[str] = []

    def track(self, row: Mapping[str, Any]) -> Track:
        """The track that a row describes. Raises KeyError and ValueError where it is not what it must be."""
        places = itertools.count(1)
        track_id = row["id"]
        if not _is_id(track_id) or track_id in self._tracks:
            raise ValueError(f"a track must have an id of its own, such as nnx-basics, and has {in_short(track_id)}")
        self._tracks.add(track_id)
        is_divided = "chapter" in row
        chapters = tuple(
            Chapter(_text(part, "title"), _text(part, "summary", ""), self._problems(track_id, part, places))
            for part in (_tables(row, "chapter") if is_divided else [{"title": "", "problems": row["problems"]}])
        )
        problems = tuple(problem for chapter in chapters for problem in chapter.problems)
        title, summary = _text(row, "title"), _text(row, "summary", "")
        return Track(track_id, title, summary, problems, chapters if is_divided else ())

    def _problems(self, track: str, part: Mapping[str, Any], places: Iterator[int]) -> tuple[Problem, ...]:
        found = []
        for problem_id in _list(part, "problems"):
            place = next(places)
            if not _is_id(problem_id):
                self.faults.append(f"{self._listing}: {in_short(problem_id)} is no id of a problem")
                continue
            if problem_id in self._seen:
                self.faults.append(f"{self._listing}: {problem_id!r} is listed twice")
                continue
            self._seen.add(problem_id)
            try:
                found.append(load_problem(self._folder / track / problem_id, track, place))
            except CatalogueError as fault:
                self.faults.append(str(fault))
        return tuple(found)


def _is_id(value: object) -> bool:
    """Whether `value` is a name that a folder can have anywhere, and leads to no other."""
    return isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}", value) is not None


def _text(row: Mapping[str, Any], key: str, default: str | None = None) -> str:
    value = row[key] if default is None else row.get(key, default)
    if not isinstance(value, str):
        raise ValueError(f"{key} must be a text, and is {in_short(value)}")
    return value


def _list(row: Mapping[str, Any], key: str) -> list[Any]:
    value = row[key]
    if not isinstance(value, list):
        raise ValueError(f"{key} must be a list, and is {in_short(value)}")
    return value


def _tables(row: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    tables = _list(row, key)
    if not tables or not all(isinstance(table, dict) for table in tables):
        raise ValueError(f"[[{key}]] must be there, as tables, and is {in_short(tables)}")
    return tables
