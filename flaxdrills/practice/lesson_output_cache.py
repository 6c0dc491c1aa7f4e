"""Whether the blocks of lessons print on this machine what the lesson says, kept from run to run."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path

from flaxdrills.problems.problem import Problem
from flaxdrills.system.atomic_files import make_private, replace_file
from flaxdrills.system.cache_key import problem_key
from flaxdrills.system.data_files import read_json


class LessonOutputCache:
    """For each problem, the blocks that were run here, and whether they printed what the lesson says.

    It holds for as long as neither the problem nor what is installed changes. A file that is torn, or cannot
    be written, costs another run and nothing else.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, problem: Problem) -> Mapping[int, bool]:
        """The numbers of the blocks that were run, from 0, and whether they agree with the lesson."""
        try:
            cached = read_json(self._path(problem))
            if cached["digest"] == problem_key(problem.folder):
                return {int(number): bool(agrees) for number, agrees in cached["blocks"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            pass
        return {}

    def keep(self, problem: Problem, number: int, agrees: bool) -> None:
        """Keep whether one more block agrees."""
        blocks = {**self.load(problem), number: agrees}
        table = {"digest": problem_key(problem.folder), "blocks": blocks}
        with contextlib.suppress(OSError):
            make_private(self._folder)
            replace_file(self._path(problem), json.dumps(table).encode(), sync=False)

    def _path(self, problem: Problem) -> Path:
        return self._folder / f"{problem.id}.json"
