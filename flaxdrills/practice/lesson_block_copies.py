"""Copies of a lesson's code blocks, for the learner to change and try."""

from __future__ import annotations

from pathlib import Path

from flaxdrills.practice.solution_files import SolutionFileError, read_text
from flaxdrills.problems.problem import Problem
from flaxdrills.system.atomic_files import make_private, put_file


class LessonBlockCopies:
    """A folder with a file for each block that was copied. What is in one stays; an empty one is filled anew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, problem: Problem, number: int) -> Path:
        """Where the copy of block `number` (from 0) is, or would be."""
        return self._folder / f"{problem.id}-block-{number + 1}.py"

    def open(self, problem: Problem, number: int, code: str) -> Path:
        """The copy of block `number`, made from `code` if there is none or nothing in it. Raises SolutionFileError."""
        path = self.path(problem, number)
        try:
            make_private(self._folder)
            if path.is_file() and path.stat().st_size == 0:
                path.unlink()
            if not path.exists():
                put_file(path, (_header(problem, number) + code).encode())
        except OSError as error:
            raise SolutionFileError(f"{path} could not be made: {error.strerror or error}.") from error
        return path

    def read(self, problem: Problem, number: int) -> str:
        """What the copy of block `number` holds. Raises SolutionFileError."""
        return read_text(self.path(problem, number))


def _header(problem: Problem, number: int) -> str:
    after = ", after those before it" if number else ""
    return (
        f"# Block {number + 1} of “{problem.title}”, to change and try out.\n"
        f"# A save runs it{after}. Empty the file, and it is copied again.\n\n"
    )
