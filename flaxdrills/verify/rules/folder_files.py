"""Whether a problem's folder holds what it should: the files, and that each can be read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import wrong_files
from flaxdrills.system.cache_key import MISTAKES, PROVEN
from flaxdrills.verify.finding import Finding

FILES = ("problem.toml", "lesson.md", "task.md", "hints.md", "stub.py", "solution.py", "checks.py", "wrong")
"""What lies in a problem's folder."""

_FEWEST_WRONG = 2


def find_file_faults(problem: Problem) -> tuple[Finding, ...]:
    """What is missing, does not belong there, cannot be read, or is still to be written."""
    strays = tuple(_strays(problem))
    if strays:
        return strays
    return (*_unreadable(problem), *_without_docstring(problem), *_to_write(problem), *_wrong(problem))


def _strays(problem: Problem) -> Iterator[Finding]:
    present = {path.name for path in problem.folder.iterdir()} - {"__pycache__"}
    for name in sorted(set(FILES) - present):
        yield Finding(problem.id, name, "it is missing")
    for name in sorted(present - {*FILES, MISTAKES, PROVEN}):
        yield Finding(problem.id, name, "nothing of this name belongs here")


def _unreadable(problem: Problem) -> Iterator[Finding]:
    for path in _texts(problem):
        try:
            path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            yield _finding(problem, path, f"it cannot be read: {error}")


def _without_docstring(problem: Problem) -> Iterator[Finding]:
    """The docstrings that the learner is shown: the stub's is the task, a wrong solution's the diagnosis."""
    for path in (problem.folder / "stub.py", problem.folder / "solution.py", *wrong_files(problem).values()):
        try:
            docstring = ast.get_docstring(ast.parse(path.read_text("utf-8")))
        except (OSError, UnicodeDecodeError):
            continue
        except (SyntaxError, ValueError) as error:
            yield _finding(problem, path, f"it cannot be read: {error}")
            continue
        if not docstring and path.name != "solution.py":
            yield _finding(problem, path, "it has no docstring")
        wanted = f"{problem.function}("
        if path.name == "stub.py" and wanted not in (docstring or ""):
            yield _finding(problem, path, f"its docstring does not hold {wanted!r}: the task must be readable there")


def _to_write(problem: Problem) -> Iterator[Finding]:
    """The places that `flaxdrills new` left to the author."""
    for path in _texts(problem):
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), 1):
            if "TODO: " in line:
                what = line.partition("TODO: ")[2].strip(' ".')
                yield _finding(problem, path, f"line {number} is still to be written: {what}")
                break


def _wrong(problem: Problem) -> Iterator[Finding]:
    wrong = wrong_files(problem)
    if len(wrong) < _FEWEST_WRONG:
        reason = f"there are {len(wrong)} wrong solutions; {_FEWEST_WRONG} are the least"
        yield Finding(problem.id, "wrong", reason)
    for path in sorted((problem.folder / "wrong").glob("*")):
        if path.suffix != ".py" and path.name != "__pycache__":
            yield _finding(problem, path, "nothing of this name belongs here")


def _texts(problem: Problem) -> tuple[Path, ...]:
    return (*(problem.folder / name for name in FILES if name != "wrong"), *wrong_files(problem).values())


def _finding(problem: Problem, path: Path, reason: str) -> Finding:
    return Finding(problem.id, str(path.relative_to(problem.folder)), reason)
