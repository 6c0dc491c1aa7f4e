"""A report as plain lines, and as one JSON object."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator
from typing import Any

from flaxdrills.judging.draw_picture import drawn
from flaxdrills.judging.report import Report
from flaxdrills.judging.report_sections import UNCOUNTED, CheckState, Ending, Failure, sections_of
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
    explained = [text for text in (sections.diagnosis, sections.cause, sections.lesson) if text]
    if sections.ending is not None:
        yield from _title_lines(sections.ending, report.verdict)
    for text in explained:
        yield ""
        yield from _wrapped(text)
    if sections.ending is not None:
        yield from _frame_lines(sections.ending, is_apart=bool(explained))
    for number, failure in enumerate(sections.failures):
        if number or explained:
            yield ""
        yield from _failure_lines(failure)
    if sections.checks:
        yield ""
        for check in sections.checks:
            sign = _SIGNS[check.state]
            yield from hanging(f"  {sign} ", check.text, COLUMNS)
    for picture in sections.pictures:
        yield ""
        yield from (f"  {line}" for line in drawn(picture, COLUMNS - 4))
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
            "cause": report.cause or None,
            "frames": [{"line": frame.line, "function": frame.function, "text": frame.text} for frame in error.frames],
        },
        "notes": list(report.notes),
        "pictures": [
            {
                "kind": str(picture.kind),
                "title": picture.title,
                # JSON has no other numbers.
                "rows": {row.name: [one if math.isfinite(one) else None for one in row.values] for row in picture.rows},
            }
            for picture in report.pictures
        ],
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
        "unrecorded": report.unrecorded or None,
        "unkept": report.unkept or None,
    }


def _shortened(lines: list[str]) -> list[str]:
    """What was printed, without its middle where the verdict could not be seen any more above all of it."""
    left_out = len(lines) - _FIRST_PRINTED - _LAST_PRINTED
    if left_out <= 1:
        return lines
    return [*lines[:_FIRST_PRINTED], f"… {left_out} lines …", *lines[-_LAST_PRINTED:]]


def _title_lines(ending: Ending, verdict: Verdict) -> Iterator[str]:
    if verdict is Verdict.ERROR:
        # As it was raised, so that it can be searched for.
        yield from (f"  {line}".rstrip() for line in ending.short.splitlines())
    else:
        yield from _wrapped(ending.short)


def _frame_lines(ending: Ending, *, is_apart: bool) -> Iterator[str]:
    if is_apart and ending.frames:
        yield ""
    for frame in ending.frames:
        yield f"    {frame.where} {frame.code}{frame.times}"
    if ending.where:
        yield f"    ({ending.where})"
    if ending.rest:
        yield ""
        yield "  The rest of the message:"
        yield from (f"  {line}".rstrip() for line in ending.rest.splitlines())


def _failure_lines(failure: Failure) -> Iterator[str]:
    yield from hanging("  ", failure.name, COLUMNS)
    for text in failure.prose:
        yield from hanging("    ", text, COLUMNS)
    for line in failure.values:
        yield from hanging(f"    {line.begin}", line.text, COLUMNS)


def _wrapped(text: str) -> list[str]:
    return "\n\n".join(
        # Paths and names can be copied then.
        textwrap.fill(
            paragraph,
            COLUMNS,
            initial_indent="  ",
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for paragraph in paragraphs(text)
    ).splitlines()
