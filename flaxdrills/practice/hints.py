"""The hints of a problem, which are taken one at a time."""

from __future__ import annotations

from dataclasses import dataclass

from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import read_file, split_hints


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint of a problem."""

    number: int
    """From 1."""
    total: int
    text: str


@dataclass(frozen=True, slots=True)
class TakenHints:
    """What became of asking for a hint."""

    taken: tuple[Hint, ...]
    """All that the learner has now."""
    new: Hint | None
    """The one that was asked for; None when there was none left."""


def hints_of(problem: Problem) -> tuple[Hint, ...]:
    """All hints of the problem. Raises CatalogueError."""
    texts = split_hints(read_file(problem, "hints.md"))
    return tuple(Hint(number, len(texts), text) for number, text in enumerate(texts, 1))
