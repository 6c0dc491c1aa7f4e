"""All that a problem's folder says, read once for the rules that look at it."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import read_file, read_texts, read_wrong, wrong_files
from flaxdrills.verify.finding import Finding


@dataclass(frozen=True, slots=True)
class ProblemTexts:
    """A problem and its texts."""

    problem: Problem
    lesson: str
    task: str
    hints: tuple[str, ...]
    stub: str
    solution: str
    wrong: Mapping[str, str]
    """The wrong solutions, by their names."""
    diagnoses: Mapping[str, str]
    """What each of them says to the learner."""

    @property
    def stub_docstring(self) -> str:
        """The task as it stands in the learner's file."""
        return ast.get_docstring(ast.parse(self.stub)) or ""

    def finding(self, file: str, reason: str) -> Finding:
        """A finding in one of this problem's files."""
        return Finding(self.problem.id, file, reason)


def read_problem_texts(problem: Problem) -> ProblemTexts:
    """The texts of `problem`.

    Raises CatalogueError when a file cannot be read.
    """
    texts = read_texts(problem)
    wrong = {name: read_wrong(problem, name) for name in wrong_files(problem)}
    return ProblemTexts(
        problem,
        texts.lesson,
        texts.task,
        texts.hints,
        texts.stub,
        read_file(problem, "solution.py"),
        {name: each.source for name, each in wrong.items()},
        {name: each.diagnosis for name, each in wrong.items()},
    )
