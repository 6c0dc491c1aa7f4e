"""What of a report is folded away under a line of its own, so that the one thing to look at first stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from flaxdrills.judging.events import CheckResult, Raised
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.system.english import count, plural
from flaxdrills.system.sanitize import visible
from flaxdrills.ui.look.symbols import AWAITED, FAILS, HOLDS

_LONG = 6
"""An error that says more lines than that is shown up to its first empty one."""

_PAGE = re.compile(r"\s*\(https://flax\.readthedocs\.io/\S*\)\s*$")
"""Linen ends each of its errors with the address of a page, which takes two lines: they are folded."""

_SHORT = 3
"""So many printed lines are not worth a fold: who prints a shape wants to see it at every run."""


@dataclass(frozen=True, slots=True)
class FoldedSection:
    """A line that says how much there is, and what is seen once it is open."""

    name: str
    title: str
    body: Content
    is_foldable: bool = True
    """Otherwise all of it is always seen."""

    def told(self, *, is_open: bool) -> dict[str, Content]:
        """The title's line and, if it is to be seen, the body."""
        if not self.is_foldable:
            return {f"{self.name}-fold": Content(self.title), self.name: self.body}
        title = Content(f"{'▾' if is_open else '▸'} {self.title}")
        return {f"{self.name}-fold": title} | ({self.name: self.body} if is_open else {})


def folds_of(report: Report) -> tuple[FoldedSection, ...]:
    """What is folded away of `report`, which has a verdict."""
    return tuple(_folds(report))


def row(sign: Content, text: str) -> Content:
    """A check in one line."""
    return Content.assemble(sign, f" {visible(text)}")


def notes_of(report: Report) -> Content:
    """The notes, a paragraph each."""
    return Content("\n\n".join(f"Note: {visible(note)}" for note in report.notes))


def message_of(error: Raised) -> tuple[str, str]:
    """What an error says, and what of that is folded away, so that the line that raised it stays in sight."""
    text = visible(f"{error.type}: {error.message}" if error.message else error.type)
    page = found[0] if (found := _PAGE.search(text)) else ""
    lines = text.removesuffix(page).splitlines()
    end = len(lines)
    if end > _LONG:
        end = next((number for number, line in enumerate(lines[:_LONG]) if not line.strip()), _LONG // 2)
    rest = "\n".join(lines[end:]).strip("\n")
    return "\n".join(lines[:end]), "\n".join(filter(None, (rest, page.strip())))


def _folds(report: Report) -> Iterator[FoldedSection]:
    if report.verdict is Verdict.ERROR and report.error is not None and (rest := message_of(report.error)[1]):
        number = len(rest.splitlines())
        yield FoldedSection("message", f"{number} more line{'s' * (number > 1)} of the message", Content(rest))
    if report.verdict is not Verdict.BROKEN and (checks := _checks(report)):
        yield FoldedSection("checks", _counted(report), Content("\n").join(checks))
    if report.comparison:
        yield FoldedSection("comparison", "beside the reference", Content(report.comparison))
    # After a pass there is nothing that is more urgent than the notes.
    if report.notes and report.verdict is not Verdict.PASSED:
        number = len(report.notes)
        yield FoldedSection("notes", count(number, "note"), notes_of(report))
    if printed := visible(report.output).rstrip("\n"):
        lines = printed.count("\n") + 1
        what = f"printed {lines:,} {plural(lines, 'line')}"
        cut = ", the middle cut out" * report.output_truncated
        if lines > _SHORT:
            yield FoldedSection("printed", what + cut, Content(printed))
        else:
            yield FoldedSection("printed", f"Printed{cut}:", Content(printed), is_foldable=False)


def _checks(report: Report) -> Sequence[Content]:
    """The checks that were not told of yet, a line each, what fails first."""
    first = report.failed_checks[:1]
    rows = [
        row(HOLDS, check.name) if check.passed else row(FAILS, _brief(check))
        for check in sorted(report.checks, key=lambda check: check.passed)
        if check not in first
    ]
    return rows + [row(AWAITED, f"{name} (not reached)") for name in report.unmade_checks] if report.checks else []


def _counted(report: Report) -> str:
    """How many of the other checks hold and how many do not."""
    if report.verdict is Verdict.PASSED:
        return count(len(report.checks), "check")
    failed = len(report.failed_checks) - 1
    held, unmade = len(report.checks) - len(report.failed_checks), len(report.unmade_checks)
    parts = []
    if failed > 0:
        parts.append(f"{count(failed, 'more check')} {'does' if failed == 1 else 'do'} not hold")
    if held:
        parts.append(f"{held if failed > 0 else count(held, 'check')} {'holds' if held == 1 else 'hold'}")
    if unmade:
        parts.append(f"{unmade} not reached")
    return " · ".join(parts)


def _brief(check: CheckResult) -> str:
    first, *_ = check.message.splitlines() or [""]
    return f"{check.name}: {first}" if first else check.name
