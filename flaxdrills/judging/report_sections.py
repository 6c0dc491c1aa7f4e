"""What a report says, part by part: plain values, which the command line draws as text and the app as widgets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from flaxdrills.judging.events import CheckResult, StackFrame, fold_repeated_frames
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.system.english import count

_VALUE = re.compile(r"(\S+ {2,})(\S.*)")
"""A line such as "expected  1"."""

UNCOUNTED = "no try: the file is not finished"
"""What is said of a run that is recorded and does not count."""

_LONG = 6
"""An error that says more lines than that may be cut at its first empty one."""

_PAGE = re.compile(r"\s*\(https://flax\.readthedocs\.io/\S*\)\s*$")
"""Linen ends each of its errors with the address of a page, which takes two lines."""


@dataclass(frozen=True, slots=True)
class MessageLine:
    """A line of what a check says: prose, or a value behind its label."""

    begin: str
    """The label, with the blanks behind it; "" in prose."""
    text: str


@dataclass(frozen=True, slots=True)
class FrameLine:
    """A line of the learner's file that led to an error."""

    where: str
    code: str
    times: str
    """Whether it stands there more than once in a row; "" if not."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What to look at first where a run did not pass."""

    title: str
    """The check, the error with its message, or what ended the run."""
    short: str
    """The title without what may be folded away, so that the line that raised an error stays in sight."""
    rest: str = ""
    """What is folded away."""
    lines: tuple[MessageLine, ...] = ()
    """What the check says."""
    frames: tuple[FrameLine, ...] = ()
    where: str = ""
    """What was being done when an error was raised."""
    cause: str = ""
    """What usually leads to it."""

    @property
    def prose(self) -> tuple[MessageLine, ...]:
        """The lines that come before the first value."""
        return self.lines[: self._first_value]

    @property
    def values(self) -> tuple[MessageLine, ...]:
        """The lines from the first value on."""
        return self.lines[self._first_value :]

    @property
    def _first_value(self) -> int:
        return next((number for number, line in enumerate(self.lines) if line.begin), len(self.lines))


class CheckState(Enum):
    """What became of a check."""

    HOLDS = auto()
    FAILS = auto()
    NOT_REACHED = auto()


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A check in one line."""

    state: CheckState
    text: str
    is_fault: bool = False
    """Whether it is the one to look at first, of which all is said there."""


@dataclass(frozen=True, slots=True)
class PrintedOutput:
    """What the solution printed."""

    text: str
    is_cut: bool
    """Whether its middle is missing."""


@dataclass(frozen=True, slots=True)
class ReportSections:
    """The parts of a report on a run that is over; what there is nothing of is empty."""

    headline: str
    summary: str
    """What there is to say beside the headline."""
    fault: Fault | None
    diagnosis: str
    checks: tuple[CheckLine, ...]
    """In the order in which they were made."""
    other_checks: str
    """How many checks but the first that failed hold, and how many do not."""
    comparison: str
    """The solution beside the reference."""
    notes: tuple[str, ...]
    printed: PrintedOutput | None
    unrecorded: str
    """Why the run is not in the journal yet."""
    unkept: str
    """Why no copy of the file is kept."""


def sections_of(report: Report) -> ReportSections:
    """The parts of `report`, which has a verdict."""
    assert report.verdict is not None
    output = report.output.rstrip("\n")
    return ReportSections(
        headline=report.verdict.headline,
        summary=_summary(report),
        fault=_fault(report),
        diagnosis=report.diagnosis or "",
        checks=tuple(_checks(report)),
        other_checks=_other_checks(report),
        comparison=report.comparison,
        notes=report.notes,
        printed=PrintedOutput(output, report.output_truncated) if output.strip() else None,
        unrecorded=report.unrecorded,
        unkept=report.unkept,
    )


def _summary(report: Report) -> str:
    return " · ".join(filter(None, (_outcome(report), UNCOUNTED if report.unfinished else "")))


def _outcome(report: Report) -> str:
    seconds = f"{report.run_s:.2f} s"
    match report.verdict:
        case Verdict.PASSED:
            return f"all {len(report.checks)} checks hold · {seconds}"
        case Verdict.FAILED:
            failed = len(report.failed_checks)
            return f"{failed} of {len(report.checks)} checks {'does' if failed == 1 else 'do'} not hold · {seconds}"
        case Verdict.ERROR if report.error is not None:
            return report.error.where
        case Verdict.BROKEN:
            return "not your mistake, and not recorded"
        case _:
            return ""


def _fault(report: Report) -> Fault | None:
    error = report.error
    match report.verdict:
        case Verdict.PASSED:
            return None
        case Verdict.FAILED:
            check = report.failed_checks[0]
            return Fault(check.name, check.name, lines=tuple(_message_lines(check)))
        case Verdict.ERROR if error is not None:
            title = f"{error.type}: {error.message}" if error.message else error.type
            short, rest = _cut(title)
            return Fault(title, short, rest, (), _frames(error.frames), error.where, error.cause)
        case _:
            frames = report.killed.frames if report.killed is not None else ()
            return Fault(report.message, report.message, frames=_frames(frames))


def _message_lines(check: CheckResult) -> Iterator[MessageLine]:
    for line in check.message.splitlines():
        value = _VALUE.fullmatch(line)
        yield MessageLine(value[1], value[2]) if value else MessageLine("", line)


def _cut(title: str) -> tuple[str, str]:
    """What an error says first, and the rest."""
    page = found[0] if (found := _PAGE.search(title)) else ""
    lines = title.removesuffix(page).splitlines()
    end = len(lines)
    if end > _LONG:
        end = next((number for number, line in enumerate(lines[:_LONG]) if not line.strip()), _LONG // 2)
    rest = "\n".join(lines[end:]).strip("\n")
    return "\n".join(lines[:end]), "\n".join(filter(None, (rest, page.strip())))


def _frames(frames: Sequence[StackFrame]) -> tuple[FrameLine, ...]:
    return tuple(
        FrameLine(f"line {frame.line}{f', in {frame.function}' if frame.function else ''}:", frame.text, times)
        for frame, times in fold_repeated_frames(frames)
    )


def _checks(report: Report) -> Iterator[CheckLine]:
    first = report.failed_checks[:1]
    for check in report.checks:
        why = check.message.splitlines()[:1] if not check.passed and check not in first else []
        state = CheckState.HOLDS if check.passed else CheckState.FAILS
        yield CheckLine(state, ": ".join((check.name, *why)), check in first)
    if report.checks:
        for name in report.unmade_checks:
            yield CheckLine(CheckState.NOT_REACHED, f"{name} (not reached)")


def _other_checks(report: Report) -> str:
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
