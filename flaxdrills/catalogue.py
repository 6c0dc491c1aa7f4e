"""The problems, read from the content folder."""

from __future__ import annotations

import ast
import difflib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from flaxdrills.problem import Environment, Limits, Platform, Problem, Track

_REQUIRED = ("title", "summary", "difficulty", "function")
_KNOWN = {*_REQUIRED, "concepts", "prerequisites", "twin", "limits", "needs"}


class CatalogueError(Exception):
    """The content cannot be used as it is; the message says which file and why."""


class UnknownProblem(CatalogueError):
    """There is no problem of that id."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What a problem says to the learner."""

    lesson: str
    task: str
    hints: tuple[str, ...]
    stub: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong solution that ships with a problem."""

    name: str
    path: Path
    source: str
    diagnosis: str
    """Its docstring, written to the learner who makes this mistake."""


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

    def neighbour(self, problem: Problem, step: int) -> Problem | None:
        """The problem `step` places further on, over the ends of tracks, or None past the last."""
        problems = list(self)
        place = next(i for i, other in enumerate(problems) if other.id == problem.id) + step
        return problems[place] if 0 <= place < len(problems) else None


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
        raise CatalogueError(f"{listing} cannot be used: {_why(error)}. Install flaxdrills again.") from error
    return Catalogue(tuple(tracks), tuple(faults))


def load_problem(folder: Path, track: str, position: int) -> Problem:
    """The problem that `folder` describes.

    Raises CatalogueError, which names the file and what is wrong with it.
    """
    path = folder / "problem.toml"
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(f"{path}: {_why(error)}") from error
    if unknown := sorted(set(table) - _KNOWN):
        raise CatalogueError(f"{path}: unknown key {unknown[0]!r}")
    if missing := [key for key in _REQUIRED if key not in table]:
        raise CatalogueError(f"{path}: {missing[0]!r} is missing")
    try:
        return Problem(
            id=folder.name,
            track=track,
            position=position,
            title=_text(table["title"]),
            summary=_text(table["summary"]),
            difficulty=_difficulty(table["difficulty"]),
            function=_text(table["function"]),
            folder=folder,
            concepts=_texts(table.get("concepts", [])),
            prerequisites=_texts(table.get("prerequisites", [])),
            twin=_text(table["twin"]) if "twin" in table else None,
            limits=_limits(_table(table, "limits")),
            environment=_environment(_table(table, "needs")),
        )
    except (TypeError, ValueError, KeyError) as error:
        raise CatalogueError(f"{path}: {_why(error)}") from error


def read_texts(problem: Problem) -> Texts:
    """The lesson, task, hints and stub of `problem`.

    Raises CatalogueError when one of the files cannot be read.
    """
    return Texts(
        lesson=read_file(problem, "lesson.md"),
        task=read_file(problem, "task.md"),
        hints=split_hints(read_file(problem, "hints.md")),
        stub=read_file(problem, "stub.py"),
    )


def read_file(problem: Problem, name: str) -> str:
    """The text of one of the problem's files, such as "solution.py".

    Raises CatalogueError.
    """
    path = problem.folder / name
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path}: {_why(error)}") from error


def split_hints(text: str) -> tuple[str, ...]:
    """The hints of a hints.md, which stand between lines of `---`."""
    hints: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip() == "---":
            hints.append([])
        else:
            hints[-1].append(line)
    return tuple(hint for lines in hints if (hint := "\n".join(lines).strip()))


def wrong_files(problem: Problem) -> Mapping[str, Path]:
    """The shipped wrong solutions, by what they do wrong."""
    return {path.stem: path for path in sorted((problem.folder / "wrong").glob("*.py"))}


def read_wrong(problem: Problem, name: str) -> Wrong:
    """The wrong solution of that name.

    Raises CatalogueError when its file cannot be read or does not parse.
    """
    file = f"wrong/{name}.py"
    source = read_file(problem, file)
    try:
        diagnosis = ast.get_docstring(ast.parse(source)) or ""
    except (SyntaxError, ValueError) as error:
        raise CatalogueError(f"{problem.folder / file}: {error}") from error
    return Wrong(name, problem.folder / file, source, diagnosis)


def _environment(table: Mapping[str, Any]) -> Environment:
    if unknown := sorted(set(table) - {"devices", "platform"}):
        raise ValueError(f"unknown key {unknown[0]!r} in [needs]")
    devices, platform = table.get("devices", 1), table.get("platform")
    if type(devices) is not int or devices < 1:
        raise ValueError(f"devices must be a whole number from 1, and is {devices!r}")
    return Environment(devices, None if platform is None else Platform(platform))


def _limits(table: Mapping[str, Any]) -> Limits:
    if unknown := sorted(set(table) - {field.name for field in fields(Limits)}):
        raise ValueError(f"unknown key {unknown[0]!r} in [limits]")
    for name, value in table.items():
        if type(value) not in (int, float) or not value > 0:
            raise ValueError(f"{name} must be a number above 0, and is {value!r}")
    return Limits(**table)


def _table(table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise ValueError(f"{key} must be a table, and is {value!r}")
    return value


def _difficulty(value: object) -> int:
    if type(value) is not int or not 1 <= value <= 5:
        raise ValueError(f"difficulty must be a number from 1 to 5, and is {value!r}")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"a text was expected, and {value!r} found")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f"a list of texts was expected, and {value!r} found")
    return tuple(map(_text, value))


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    if isinstance(error, KeyError):
        return f"{error} is missing"
    return str(error)
