"""Recognising a learner's mistake: a wrong solution that ships with the problem failed in the same way."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from flaxdrills.judging.report import Report

_RTOL = 1e-3
_ATOL = 1e-5

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
        """That of `report`."""
        error = ""
        if report.error is not None:
            error = f"{report.error.type}: {_VARYING.sub('…', report.error.message)}"
        return cls(
            verdict=str(report.verdict),
            error=error,
            checks=tuple((check.name, check.passed, check.finding) for check in report.checks),
            sketches=tuple(check.sketch for check in report.checks),
        )

    def is_same_mistake(self, other: MistakeSignature) -> bool:
        """Whether both are the same mistake: the same checks failed in the same way, with values this near."""
        return (
            (self.verdict, self.error, self.checks) == (other.verdict, other.error, other.checks)
            and len(self.sketches) == len(other.sketches)
            and all(map(_near, self.sketches, other.sketches))
        )


@dataclass(frozen=True, slots=True)
class KnownMistake:
    """A wrong solution that ships with a problem, and what came of it when it was judged here."""

    wrong: str
    """Its name."""
    diagnosis: str
    signature: MistakeSignature


def recognise_mistake(report: Report, known: Iterable[KnownMistake]) -> KnownMistake | None:
    """The first of `known` that `report` shows, if it shows one."""
    if not report.is_mistaken:
        return None
    signature = MistakeSignature.of(report)
    return next((mistake for mistake in known if signature.is_same_mistake(mistake.signature)), None)


def _near(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return len(one) == len(other) and all(
        math.isclose(a, b, rel_tol=_RTOL, abs_tol=_ATOL) or (math.isnan(a) and math.isnan(b))
        for a, b in zip(one, other, strict=True)
    )
