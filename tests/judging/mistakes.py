"""Reports of solutions that are wrong, and the known mistakes that they are."""

from __future__ import annotations

from dataclasses import replace

from flaxdrills.judging.events import CheckKind, CheckResult, Raised
from flaxdrills.judging.mistake_recognition import KnownMistake, MistakeSignature
from flaxdrills.judging.report import Report

VALUES = CheckResult("values", CheckKind.CASE, False, "mine", (1.0, 2.0), "other values")
HOW = CheckResult("how", CheckKind.MECHANISM, True)
FAILED = Report("sum-up", expected_checks=("values", "how"), checks=(VALUES, HOW), done=True)
ERROR = Report("sum-up", error=Raised("TypeError", "no <object at 0x7f12ab>"), done=True)


def mistake_of(report: Report, name: str = "shipped", facts: tuple[str, ...] = ()) -> KnownMistake:
    return KnownMistake(name, "why", facts, MistakeSignature.of(report))


def with_values(**changes: object) -> Report:
    return replace(FAILED, checks=(replace(VALUES, **changes), HOW))  # type: ignore[arg-type]
