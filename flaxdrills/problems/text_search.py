"""Which problems have given words in their texts: lesson, task, hints, and diagnoses of mistakes."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import wrong_files


def ids_with_words(problems: Iterable[Problem], words: Sequence[str]) -> frozenset[str]:
    """The ids of those whose texts have all of `words`, which are casefolded. A file that cannot be read has none."""
    return frozenset(problem.id for problem in problems if _has_all(problem, set(words)))


def _has_all(problem: Problem, missing: set[str]) -> bool:
    for text in _texts(problem):
        missing = {word for word in missing if word not in text}
        if not missing:
            return True
    return False


def _texts(problem: Problem) -> Iterator[str]:
    for name in ("lesson.md", "task.md", "hints.md"):
        yield _read(problem.folder / name)
    for path in wrong_files(problem).values():
        # The docstring alone: what is wrong in code says nothing to look for.
        yield "".join(_read(path).split('"""', 2)[1:2])


def _read(path: Path) -> str:
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return path.read_text("utf-8").casefold()
    return ""
