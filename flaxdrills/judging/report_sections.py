"""What a report says, part by part: plain values, which the command line draws as text and the app as widgets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from flaxdrills.judging.events import CheckKind, CheckResult, StackFrame, fold_repeated_frames
from flaxdrills.judging.picture import Picture
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.system.english import count

_VALUE = re.compile(r"(\S+ {2,})(\S.*)")
"""A line such as "expected  1"."""

_ROW = re.compile(r"( +)(\S.*)")
"""A row of an array, under such a line."""

UNCOUNTED = "not counted: unfinished"
"""What is said of a run that is recorded and does not count."""

_LONG = 6
"""An error that says more lines than that may be cut at its first empty one."""

_FIRST_LINE = 150
"""How many characters of an error come before its explanation: two lines of a narrow terminal."""

_PAGE = re.compile(r"\s*\(https://flax\.readthedocs\.io/\S*\)\s*$")
"""Linen ends each of its errors with the address of a page, which takes two lines."""


@dataclass(frozen=True, slots=True)
class MessageLine:
    """A line of what a check says: prose, a value behind its label, or a row of it."""

    begin: str
    """The label, with the blanks behind it; only blanks for a row; "" in prose."""
    text: str


@dataclass(frozen=True, slots=True)
class FrameLine:
    """A line of the learner's file that led to an error."""

    where: str
    code: str
    times: str
    """Whether it stands there more than once in a row; "" if not."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What ended a run before all checks were made: an error with its message, or a limit."""

    title: str
    """All of it."""
    short: str
    """What comes before the explanation and the lines that raised an error."""
    rest: str = ""
    """What comes after them."""
    frames: tuple[FrameLine, ...] = ()
    where: str = ""
    """What was being done when an error was raised."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A check that does not hold, of which all is told."""

    name: str
    prose: tuple[str, ...]
    values: tuple[MessageLine, ...] = ()
    folded: tuple[MessageLine, ...] = ()
    """Values that are only in the way, such as those of an array whose shape is wrong."""


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
    is_told: bool = False
    """Whether all of it is told as a Failure."""


@dataclass(frozen=True, slots=True)
class PrintedOutput:
    """What the solution printed."""

    text: str
    is_cut: bool
    """Whether its middle is missing."""


@dataclass(frozen=True, slots=True)
class ReportSections:
    """The parts of a report on a run that is over, in the order in which they are shown; what is not there is empty."""

    headline: str
    summary: str
    """What there is to say beside the headline."""
    ending: Ending | None
    """Its frames and the rest of its message come after what explains it."""
    diagnosis: str
    cause: str
    """What usually leads to such an error."""
    lesson: str
    """Which section of the lesson shows the same error."""
    failures: tuple[Failure, ...]
    """The checks that say why: the mechanisms that do not hold, and then the first wrong case."""
    checks: tuple[CheckLine, ...]
    """In the order in which they were made."""
    other_checks: str
    """How many checks that are not among the failures hold, and how many do not."""
    comparison: str
    """The solution beside the reference."""
    pictures: tuple[Picture, ...]
    """What there is to see of what was returned."""
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
    told = report.telling_checks if report.verdict is Verdict.FAILED else ()
    return ReportSections(
        headline=report.verdict.headline,
        summary=_summary(report),
        ending=_ending(report),
        diagnosis=report.diagnosis or "",
        cause=report.cause,
        lesson=f'The lesson shows this error under "{report.lesson}".' if report.lesson else "",
        failures=tuple(map(_failure, told)),
        checks=tuple(_checks(report, told)),
        other_checks=_other_checks(report, told),
        comparison=report.comparison,
        pictures=report.pictures,
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
        case Verdict.INTERRUPTED | Verdict.NO_GPU | Verdict.BROKEN:
            return "not your mistake, and not recorded"
        case _:
            return ""


def _ending(report: Report) -> Ending | None:
    error = report.error
    match report.verdict:
        case Verdict.PASSED | Verdict.FAILED:
            return None
        case Verdict.ERROR if error is not None:
            message = error.message.strip("\n")
            title = f"{error.type}: {message}" if message else error.type
            short, rest = _cut(title, is_explained=bool(report.diagnosis or report.cause))
            return Ending(title, short, rest, _frames(error.frames), error.where)
        case _:
            frames = report.killed.frames if report.killed is not None else ()
            return Ending(report.message, report.message, frames=_frames(frames))


def _failure(check: CheckResult) -> Failure:
    if check.kind is CheckKind.MECHANISM:
        return Failure(check.name, tuple(check.message.splitlines()))
    # What stands behind an empty line is folded.
    shown, _, folded = check.message.partition("\n\n")
    lines = tuple(map(_message_line, shown.splitlines()))
    first = next((number for number, line in enumerate(lines) if line.begin), len(lines))
    prose = tuple(line.text for line in lines[:first])
    return Failure(check.name, prose, lines[first:], tuple(map(_message_line, folded.splitlines())))


def _message_line(line: str) -> MessageLine:
    value = _VALUE.fullmatch(line) or _ROW.fullmatch(line)
    return MessageLine(value[1], value[2]) if value else MessageLine("", line)


def _cut(title: str, *, is_explained: bool) -> tuple[str, str]:
    """What an error says first, and the rest: of one that is explained the first line does."""
    page = found[0] if (found := _PAGE.search(title)) else ""
    lines = title.removesuffix(page).splitlines()
    end = len(lines)
    if is_explained:
        lines[:1] = _halves(lines[0])
        end = 1
    elif end > _LONG:
        end = next((number for number, line in enumerate(lines[:_LONG]) if not line.strip()), _LONG // 2)
    rest = "\n".join(lines[end:]).strip("\n")
    return "\n".join(lines[:end]), "\n".join(filter(None, (rest, page.strip())))


def _halves(line: str) -> list[str]:
    """`line`, cut between two words if it is long."""
    if len(line) <= _FIRST_LINE:
        return [line]
    end = line.rfind(" ", 0, _FIRST_LINE)
    end = end if end > _FIRST_LINE // 2 else _FIRST_LINE
    return [f"{line[:end]} …", f"… {line[end:].lstrip()}"]


def _frames(frames: Sequence[StackFrame]) -> tuple[FrameLine, ...]:
    return tuple(
        FrameLine(f"line {frame.line}{f', in {frame.function}' if frame.function else ''}:", frame.text, times)
        for frame, times in fold_repeated_frames(frames)
    )


def _checks(report: Report, told: Sequence[CheckResult]) -> Iterator[CheckLine]:
    for check in report.checks:
        why = check.message.splitlines()[:1] if not check.passed and check not in told else []
        state = CheckState.HOLDS if check.passed else CheckState.FAILS
        yield CheckLine(state, ": ".join((check.name, *why)), check in told)
    if report.checks:
        for name in report.unmade_checks:
            yield CheckLine(CheckState.NOT_REACHED, f"{name} (not reached)")


def _other_checks(report: Report, told: Sequence[CheckResult]) -> str:
    if report.verdict is Verdict.PASSED:
        return count(len(report.checks), "check")
    failed = len(report.failed_checks) - len(told)
    held, unmade = len(report.checks) - len(report.failed_checks), len(report.unmade_checks)
    parts = []
    if failed > 0:
        parts.append(f"{count(failed, 'more check')} {'does' if failed == 1 else 'do'} not hold")
    if held:
        parts.append(f"{held if failed > 0 else count(held, 'check')} {'holds' if held == 1 else 'hold'}")
    if unmade:
        parts.append(f"{unmade} not reached")
    return " · ".join(parts)
