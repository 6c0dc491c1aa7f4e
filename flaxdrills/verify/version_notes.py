"""What ships with the content about its proofs: with which versions each lesson was proven."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError, read_file
from flaxdrills.problems.proven_versions import Versions, is_proven, note_proof, proven_with, versions_here
from flaxdrills.system.settings import Platform
from flaxdrills.verify.daily_tenth import is_due


@dataclass(frozen=True, slots=True)
class VersionNotes:
    """Writes `proven.toml` into the folders of problems, in a checkout. What is installed is left as it came."""

    versions: Versions | None
    """Those that a proof is made with now; None where it is not to be noted."""

    @classmethod
    def of(cls, content: Path, device: Platform) -> VersionNotes:
        """The notes for the problems in `content`, when they are proven on `device`."""
        is_checkout = (content.parent / "pyproject.toml").is_file()
        # On a GPU numbers may be others; what the page says is what everyone can look up on a CPU.
        return cls(versions_here() if is_checkout and device is Platform.CPU else None)

    def missing(self, problems: Iterable[Problem]) -> list[Problem]:
        """Those of `problems` whose lesson is not noted as it is, or with no versions as old or as new as these."""
        return [problem for problem in problems if not self._covers(problem)]

    def keep(self, problem: Problem, lesson: str, files: str) -> None:
        """Note that `lesson` was proven, and all files with the digest `files`, where that can be written."""
        if self.versions is not None:
            with contextlib.suppress(OSError):
                note_proof(problem.folder, lesson, self.versions, files)

    def due(self, problems: Iterable[Problem], day: date) -> list[Problem]:
        """Those of `problems` that are not noted as they are with these versions, and a tenth of the rest by `day`."""
        return [problem for problem in problems if is_due(problem.id, day) or not self._holds(problem)]

    def _holds(self, problem: Problem) -> bool:
        try:
            lesson = read_file(problem, "lesson.md")
            return self.versions is not None and is_proven(problem.folder, lesson, self.versions)
        except CatalogueError:
            return False

    def _covers(self, problem: Problem) -> bool:
        if self.versions is None:
            return True
        try:
            known = proven_with(problem.folder, read_file(problem, "lesson.md"))
        except CatalogueError:
            # Whatever reads the problem says so.
            return True
        return bool(known) and known[0].age <= self.versions.age <= known[-1].age
