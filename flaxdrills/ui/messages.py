"""What a screen asks of the app, since it leads away from the screen."""

from __future__ import annotations

from textual.message import Message

from flaxdrills.problems.problem import Problem


class OpenProblem(Message):
    """Open a problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__()


class FindProblems(Message):
    """Show the problems that have these words."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__()
