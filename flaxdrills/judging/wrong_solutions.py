"""Telling a learner's mistake by its likeness to a wrong solution that ships with the problem."""

from __future__ import annotations

import contextlib
import json
import math
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from flaxdrills.judging.report import Report
from flaxdrills.judging.typed_json import from_json
from flaxdrills.problems.problem import Problem
from flaxdrills.system.atomic_files import make_private, replace_file
from flaxdrills.system.cache_key import problem_key

_RTOL = 1e-3
_ATOL = 1e-5
_KEY_LENGTH = 16

_VARYING = re.compile(r"0x[0-9a-f]+|\d+ positional arguments? but|\d+ (?:was|were) given|\{.*\}", re.DOTALL)
"""In a message: memory addresses, how many arguments there were, and what a dict or a State held."""


@dataclass(frozen=True, slots=True)
class MistakeSignature:
    """What of a run is the same for everyone who makes the same mistake."""

    verdict: str
    error: str
    """Type and message of the exception, without what the learner's own names and counts put in it; "" without one."""
    checks: tuple[tuple[str, bool, str], ...]
    """Name, passed and finding of each check."""
    sketches: tuple[tuple[float, ...], ...]
    """Numbers drawn from what each case returned."""

    @classmethod
    def of(cls, report: Report) -> MistakeSignature:
        """What `report` looks like."""
        error = ""
        if report.error is not None:
            error = f"{report.error.type}: {_VARYING.sub('…', report.error.message)}"
        return cls(
            verdict=str(report.verdict),
            error=error,
            checks=tuple((check.name, check.passed, check.finding) for check in report.checks),
            sketches=tuple(check.sketch for check in report.checks),
        )

    def resembles(self, other: MistakeSignature) -> bool:
        """Whether both are the same mistake: the same checks failed in the same way, with values this near."""
        return (
            (self.verdict, self.error, self.checks) == (other.verdict, other.error, other.checks)
            and len(self.sketches) == len(other.sketches)
            and all(map(_near, self.sketches, other.sketches))
        )


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong solution that ships with a problem, and what it looks like when it is judged here."""

    wrong: str
    diagnosis: str
    look: MistakeSignature


def recognised(report: Report, mistakes: tuple[Mistake, ...]) -> Mistake | None:
    """The mistake that `report` shows, if it is one of these."""
    if not report.is_mistaken:
        return None
    look = MistakeSignature.of(report)
    return next((mistake for mistake in mistakes if look.resembles(mistake.look)), None)


class WrongSolutionCache:
    """What the shipped mistakes look like on this machine, kept from run to run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, tuple[Mistake, ...]] = {}

    def load(self, problem: Problem, device: str) -> tuple[Mistake, ...] | None:
        """The mistakes of `problem`, or None when they were not judged with these files and versions."""
        key = _key(problem, device)
        if key not in self._read:
            try:
                rows = json.loads(self._path(problem, key).read_text("utf-8"))
                self._read[key] = from_json(tuple[Mistake, ...], rows)
            except (OSError, ValueError, TypeError, AttributeError):
                return None
        return self._read[key]

    def save(self, problem: Problem, device: str, mistakes: tuple[Mistake, ...]) -> None:
        """Keep `mistakes`. A cache that cannot be written costs time and nothing else, so OSError is let go."""
        key = _key(problem, device)
        self._read[key] = mistakes
        with contextlib.suppress(OSError):
            make_private(self._folder)
            for old in self._folder.glob(f"{problem.id}-{'[0-9a-f]' * _KEY_LENGTH}.json"):
                old.unlink()
            rows = [asdict(mistake) for mistake in mistakes]
            replace_file(self._path(problem, key), json.dumps(rows).encode(), sync=False)

    def _path(self, problem: Problem, key: str) -> Path:
        return self._folder / f"{problem.id}-{key}.json"


def _key(problem: Problem, device: str) -> str:
    """A name for everything that a verdict of a shipped file, and what it is taken to look like, depends on."""
    return problem_key(problem.folder, device)[:_KEY_LENGTH]


def _near(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return len(one) == len(other) and all(
        math.isclose(a, b, rel_tol=_RTOL, abs_tol=_ATOL) or (math.isnan(a) and math.isnan(b))
        for a, b in zip(one, other, strict=True)
    )
