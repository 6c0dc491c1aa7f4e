"""Which problems are judged by the tests of the content: what changed since it was judged, and a tenth by the day.

`judged.toml` beside the styles has a digest for each problem: of its programs but the stub, its styles, and the
libraries. It is written with FLAXDRILLS_KEEP=1 by `test_styles.py`; FLAXDRILLS_ALL=1 takes all problems.
"""

from __future__ import annotations

import hashlib
import os
import tomllib
from datetime import date
from pathlib import Path

import pytest

from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.proven_versions import versions_here
from flaxdrills.system.paths import content_folder
from flaxdrills.verify.daily_tenth import is_due

CATALOGUE = load_catalogue(content_folder())
STYLES = Path(__file__).parents[1] / "styles"
_JUDGED = STYLES / "judged.toml"
_SLOW_DAYS = 40
"""In so many days each problem has its turn in the tests that are about the judge."""
_DAY = date.fromisoformat(os.environ["FLAXDRILLS_DAY"])


def styles_of(problem: Problem) -> list[Path]:
    return sorted((STYLES / problem.id).glob("*.py"))


def _digest(problem: Problem) -> str:
    """What stands for all that decides how the files of `problem` and its styles are judged."""
    judged = (problem.function, problem.limits, problem.environment, problem.not_demanded, versions_here())
    digest = hashlib.sha256(repr(judged).encode())
    programs = (path for path in sorted(problem.folder.rglob("*.py")) if path.name != "stub.py")
    for path in (*programs, *styles_of(problem)):
        digest.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()[:16]


def _kept() -> dict[str, str]:
    return tomllib.loads(_JUDGED.read_text()) if _JUDGED.exists() else {}


def due_problems() -> list[Problem]:
    """Those that are to be judged in this run."""
    kept = {} if os.environ.get("FLAXDRILLS_ALL") else _kept()
    return [problem for problem in CATALOGUE if is_due(problem.id, _DAY) or kept.get(problem.id) != _digest(problem)]


def slowly_due_problems() -> list[Problem]:
    """Those on which the judge is tried in ways that take long."""
    return [one for one in CATALOGUE if os.environ.get("FLAXDRILLS_ALL") or is_due(one.id, _DAY, _SLOW_DAYS)]


DUE = [pytest.param(problem, id=problem.id) for problem in due_problems()]


def keep(problem: Problem) -> None:
    """Note that all styles of `problem` were judged rightly, where that is asked for."""
    if os.environ.get("FLAXDRILLS_KEEP"):
        digests = {**_kept(), problem.id: _digest(problem)}
        lines = (f'{each.id} = "{digests[each.id]}"\n' for each in CATALOGUE if each.id in digests)
        _JUDGED.write_text(
            "# Written by the tests of the styles with FLAXDRILLS_KEEP=1: what was judged as it is.\n" + "".join(lines)
        )
