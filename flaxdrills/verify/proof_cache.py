"""What was proven before, so that only what changed is proven again."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from flaxdrills.problems.problem import Problem
from flaxdrills.system.atomic_files import make_private, replace_file
from flaxdrills.system.cache_key import problem_key
from flaxdrills.system.regular_file import read_regular
from flaxdrills.system.settings import Platform

_LARGEST = 4096


class ProofCache:
    """The problems that were proven on this machine, each with a digest of all that its proof depends on.

    One small file a problem. One that is torn, or cannot be written, costs another proof and nothing else.
    """

    def __init__(self, folder: Path, device: Platform) -> None:
        self._folder = folder
        self._device = device

    def digest(self, problem: Problem) -> str:
        """What stands for the problem's files, the installed libraries, the judge, and the device."""
        return problem_key(problem.folder, problem.environment.platform or self._device, problem.id)

    def unproven(self, problems: Iterable[Problem]) -> list[Problem]:
        """Those of `problems` that were never proven, or changed since."""
        return [problem for problem in problems if self._kept(problem) != self.digest(problem)]

    def keep(self, problem: Problem, digest: str) -> None:
        """Have `problem` count as proven for as long as `digest` stands for it."""
        with contextlib.suppress(OSError):
            make_private(self._folder)
            replace_file(self._folder / problem.id, digest.encode(), sync=False)

    def forget(self, problem: Problem) -> None:
        """Have `problem` count as not proven."""
        with contextlib.suppress(OSError):
            (self._folder / problem.id).unlink()

    def _kept(self, problem: Problem) -> str:
        try:
            return read_regular(self._folder / problem.id, _LARGEST).decode("utf-8", "replace")
        except OSError:
            return ""
