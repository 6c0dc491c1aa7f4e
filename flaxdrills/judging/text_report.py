"""A report as plain lines, and as one JSON object."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from flaxdrills.judging.events import CheckResult, StackFrame, without_repeats
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.system.text_wrap import COLUMNS, hanging, paragraphs

_FIRST_PRINTED, _LAST_PRINTED = 4, 8
"""How much is shown of what was printed; `check --json` and the app's report hold all of it."""
_FIELD = re.compile(r"\S+ {2,}(?=\S)")
"""What a line such as "expected  ..." begins with."""


def lines_of(report: Report) -> Iterator[str]:
    """`report` as lines for a terminal or a file: the headline, what to look at first, then the rest."""
    verdict = report.verdict
    yield f"{verdict.headline if verdict else 'RUNNING'}  {report.problem}  ({report.run_s:.2f} s)"
    if verdict is not Verdict.PASSED:
        yield from _first_of_all(report)
    if report.diagnosis:
        yield ""
        yield from _wrapped(report.diagnosis)
    if report.checks:
        yield ""
        first = report.failed_checks[:1]
        for check in report.checks:
            told = check.name if check in first else f"{check.name}{_why(check)}"
            yield from hanging(f"  {'✓' if check.passed else '✗'} ", told, COLUMNS)
        for name in report.unmade_checks:
            yield f"  · {name} (not reached)"
    if report.comparison:
        yield ""
        yield from _wrapped(report.comparison)
    for note in report.notes:
        yield ""
        yield from _wrapped(f"note: {note}")
    if report.output.strip():
        yield ""
        yield "printed, the middle cut out:" if report.output_truncated else "printed:"
        yield from (f"  {line}" for line in _shortened(report.output.rstrip("\n").split("\n")))
    if report.unrecorded:
        yield ""
        yield from _wrapped(f"not recorded: {report.unrecorded}")
    if report.unkept:
        yield ""
        yield from _wrapped(f"no copy is kept: {report.unkept}")


def as_json(report: Report, file: str) -> dict[str, Any]:
    """`report` of `file` as the object that `check --json` prints."""
    error = report.error
    return {
        "problem": report.problem,
        "file": file,
        "verdict": str(report.verdict),
        "message": report.message,
        "checks": [
            {"name": check.name, "kind": str(check.kind), "passed": check.passed, "message": check.message}
            for check in report.checks
        ],
        "wrong": report.wrong,
        "diagnosis": report.diagnosis,
        "error": None
        if error is None
        else {
            "type": error.type,
            "message": error.message,
            "frames": [{"line": frame.line, "function": frame.function, "text": frame.text} for frame in error.frames],
        },
        "notes": list(report.notes),
        "output": report.output,
        "output_truncated": report.output_truncated,
        "seconds": {
            "prepare": round(report.prepare_s, 4),
            "run": round(report.run_s, 4),
            "total": round(report.total_s, 4),
        },
        "device": report.device,
        "versions": dict(report.versions),
    }


def _shortened(lines: list[str]) -> list[str]:
    """What was printed, without its middle where the verdict could not be seen any more above all of it."""
    left_out = len(lines) - _FIRST_PRINTED - _LAST_PRINTED
    if left_out <= 1:
        return lines
    return [*lines[:_FIRST_PRINTED], f"… {left_out} lines …", *lines[-_LAST_PRINTED:]]


def _first_of_all(report: Report) -> Iterator[str]:
    error = report.error
    if report.verdict is Verdict.ERROR and error is not None:
        yield f"  {error.type}: {error.message}"
        yield from _frames(error.frames)
        if error.where:
            yield f"    ({error.where})"
        if error.cause:
            yield ""
            yield from _wrapped(error.cause)
    elif report.verdict is Verdict.FAILED:
        first = report.failed_checks[0]
        yield f"  {first.name}"
        for line in first.message.splitlines():
            field = _FIELD.match(line)
            label = field[0] if field else ""
            yield from hanging(f"    {label}", line.removeprefix(label), COLUMNS)
    else:
        yield from _wrapped(report.message)
        if report.killed is not None:
            yield from _frames(report.killed.frames)


def _why(check: CheckResult) -> str:
    """What the first line says of a check that does not hold; of the first one all was said."""
    return f": {check.message.splitlines()[0]}" if check.message else ""


def _frames(frames: Sequence[StackFrame]) -> Iterator[str]:
    for frame, times in without_repeats(frames):
        yield f"    line {frame.line}{f', in {frame.function}' if frame.function else ''}: {frame.text}{times}"


def _wrapped(text: str) -> list[str]:
    return "\n\n".join(
        textwrap.fill(paragraph, COLUMNS, initial_indent="  ", subsequent_indent="  ") for paragraph in paragraphs(text)
    ).splitlines()
