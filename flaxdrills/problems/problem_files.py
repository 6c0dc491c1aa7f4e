"""The files of a problem's folder: lesson, task, hints, stub, solution, and the wrong solutions."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flaxdrills.problems.problem import Problem
from flaxdrills.system.regular_file import read_regular

_LARGEST = 4 * 1024 * 1024


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
        return read_regular(path, _LARGEST).decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path}: {reason(error)}") from error


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
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise CatalogueError(f"{problem.folder / file}: {error}") from error
    return Wrong(name, problem.folder / file, source, diagnosis)


class CatalogueError(Exception):
    """The content cannot be used as it is; the message says which file and why."""


def reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    if isinstance(error, KeyError):
        return f"{error} is missing"
    return str(error)
