"""Recognising a learner's mistake: a wrong solution that ships with the problem failed in the same way."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from flaxdrills.judging.events import PERHAPS, Recognised
from flaxdrills.judging.file_facts import facts_hold
from flaxdrills.judging.report import Report

_RTOL = 1e-3
_ATOL = 1e-5

_VARYING = re.compile(
    r"0x[0-9a-f]+|(?:from \d+ to )?\d+ positional arguments? but|\d+ (?:was|were) given|\{.*\}"
    r'|\w+(?=\.\w+\(\) (?:takes|got|missing))|(?<=")\w+(?=" object has no)|(?<=Module of type )\w+'
    r"|(?<=tracing the function ).+? at .+?:\d+(?= for)|(?<=depends on the value)s? of the arguments? [^\n]+"
    r"|(?<=function being traced when the value leaked was ).+|(?<![\w./:])/[\w.+-]+/[^\s'\":,]+",
    re.DOTALL,
)
"""In a message: memory addresses, how many arguments there were, what a dict or a State held, names of classes,
paths, and what of the learner's was traced, and where."""


@dataclass(frozen=True, slots=True)
class FailedCheck:
    """A check that did not hold, as everyone sees it who makes the same mistake."""

    name: str
    finding: str
    sketch: tuple[float, ...]
    """Numbers drawn from what a case returned; () for a mechanism."""

    def fails_like(self, other: FailedCheck) -> bool:
        """Whether both failed in the same way, with values this near."""
        return (self.name, self.finding) == (other.name, other.finding) and _near(self.sketch, other.sketch)


@dataclass(frozen=True, slots=True)
class MistakeSignature:
    """What of a run is the same for everyone who makes the same mistake."""

    verdict: str
    error: str
    """Type and message of the exception, without what the learner's own names and counts put in it; "" without one."""
    made: int
    """How many checks were made."""
    failed: tuple[FailedCheck, ...]

    @classmethod
    def of(cls, report: Report) -> MistakeSignature:
        """That of `report`."""
        error = ""
        if report.error is not None:
            error = f"{report.error.type}: {_VARYING.sub('…', report.error.message)}"
        return cls(
            verdict=str(report.verdict),
            error=error,
            made=len(report.checks),
            failed=tuple(FailedCheck(check.name, check.finding, check.sketch) for check in report.failed_checks),
        )

    def is_same_mistake(self, other: MistakeSignature) -> bool:
        """Whether both are the same mistake: the same checks failed in the same way, with values this near."""
        return (
            (self.verdict, self.error, self.made) == (other.verdict, other.error, other.made)
            and len(self.failed) == len(other.failed)
            and all(one.fails_like(another) for one, another in zip(self.failed, other.failed, strict=True))
        )


@dataclass(frozen=True, slots=True)
class KnownMistake:
    """A wrong solution that ships with a problem, and what came of it when it was judged here."""

    wrong: str
    """Its name."""
    diagnosis: str
    facts: tuple[str, ...]
    """What must be so in a file that makes this mistake (file_facts.py)."""
    signature: MistakeSignature


def recognise_mistake(report: Report, source: str, known: Iterable[KnownMistake]) -> Recognised | None:
    """Which of `known` `report` on `source` shows: the one of most facts that are all so, else one that states none."""
    if not report.is_mistaken:
        return None
    signature = MistakeSignature.of(report)
    alike = [mistake for mistake in known if signature.is_same_mistake(mistake.signature)]
    for mistake in sorted(alike, key=lambda mistake: len(mistake.facts), reverse=True):
        if facts_hold(mistake.facts, source):
            begin = "" if mistake.facts else PERHAPS
            return Recognised(mistake.wrong, f"{begin}{mistake.diagnosis}")
    return None


def _near(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return len(one) == len(other) and all(
        math.isclose(a, b, rel_tol=_RTOL, abs_tol=_ATOL) or (math.isnan(a) and math.isnan(b))
        for a, b in zip(one, other, strict=True)
    )
