"""What ships with the content about its proofs: with which versions each lesson was proven."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError, read_file
from flaxdrills.problems.proven_versions import Versions, note_proof, proven_with, versions_here
from flaxdrills.system.settings import Platform


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

    def keep(self, problem: Problem, lesson: str) -> None:
        """Note that `lesson` was proven. Where nothing can be written it is not, and the page says nothing of it."""
        if self.versions is not None:
            with contextlib.suppress(OSError):
                note_proof(problem.folder, lesson, self.versions)

    def _covers(self, problem: Problem) -> bool:
        if self.versions is None:
            return True
        try:
            known = proven_with(problem.folder, read_file(problem, "lesson.md"))
        except CatalogueError:
            # Whatever reads the problem says so.
            return True
        return bool(known) and known[0].age <= self.versions.age <= known[-1].age
