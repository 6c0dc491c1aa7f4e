"""A report as plain lines, and as one JSON object."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from flaxdrills.judging.report import Report
from flaxdrills.judging.report_sections import UNCOUNTED, CheckState, Fault, sections_of
from flaxdrills.judging.verdict import Verdict
from flaxdrills.system.text_wrap import COLUMNS, hanging, paragraphs

_FIRST_PRINTED, _LAST_PRINTED = 4, 8
"""How much is shown of what was printed; `check --json` and the app's report hold all of it."""
_SIGNS = {CheckState.HOLDS: "✓", CheckState.FAILS: "✗", CheckState.NOT_REACHED: "·"}


def lines_of(report: Report) -> Iterator[str]:
    """`report` as lines for a terminal or a file: the headline, what to look at first, then the rest."""
    if report.verdict is None:
        yield f"RUNNING  {report.problem}  ({report.run_s:.2f} s)"
        yield from _wrapped(report.stage)
        return
    sections = sections_of(report)
    uncounted = f"  {UNCOUNTED}" if report.unfinished else ""
    yield f"{sections.headline}  {report.problem}  ({report.run_s:.2f} s){uncounted}"
    if sections.fault is not None:
        yield from _fault_lines(sections.fault, report.verdict)
    if sections.diagnosis:
        yield ""
        yield from _wrapped(sections.diagnosis)
    if sections.checks:
        yield ""
        for check in sections.checks:
            sign = _SIGNS[check.state]
            yield from hanging(f"  {sign} ", check.text, COLUMNS)
    for text in (sections.comparison, *(f"note: {note}" for note in sections.notes)):
        if text:
            yield ""
            yield from _wrapped(text)
    if sections.printed is not None:
        yield ""
        yield "printed, the middle cut out:" if sections.printed.is_cut else "printed:"
        yield from (f"  {line}" for line in _shortened(sections.printed.text.split("\n")))
    for what, why in (("not recorded", sections.unrecorded), ("no copy is kept", sections.unkept)):
        if why:
            yield ""
            yield from _wrapped(f"{what}: {why}")


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
        "unfinished": report.unfinished,
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


def _fault_lines(fault: Fault, verdict: Verdict) -> Iterator[str]:
    if verdict in (Verdict.FAILED, Verdict.ERROR):
        yield f"  {fault.title}"
    else:
        yield from _wrapped(fault.title)
    for line in fault.lines:
        yield from hanging(f"    {line.begin}", line.text, COLUMNS)
    for frame in fault.frames:
        yield f"    {frame.where} {frame.code}{frame.times}"
    if fault.where:
        yield f"    ({fault.where})"
    if fault.cause:
        yield ""
        yield from _wrapped(fault.cause)


def _wrapped(text: str) -> list[str]:
    return "\n\n".join(
        textwrap.fill(paragraph, COLUMNS, initial_indent="  ", subsequent_indent="  ") for paragraph in paragraphs(text)
    ).splitlines()
