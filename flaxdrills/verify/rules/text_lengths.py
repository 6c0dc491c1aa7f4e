"""How long each text may be: a learner has 80 columns and little time."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

from flaxdrills.problems.lesson import blocks_of
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.problem_texts import ProblemTexts

_SUMMARY = 120
_LESSON = 6000
_LESSON_LINES = 120
_CODE_COLUMNS = 72
_PITFALLS = 3
_ERROR = re.compile(r"\w+(Error|Warning): ")
"""An error is shown as it is: what it says to do stands at its end."""
_TASK = 1800
_HINT = 600
_DIAGNOSIS = 700


def find_long_texts(texts: ProblemTexts) -> Iterator[Finding]:
    """What is too long."""
    lines = len(texts.lesson.splitlines())
    if lines > _LESSON_LINES:
        yield texts.finding("lesson.md", f"it has {lines} lines; {_LESSON_LINES} are the most")
    yield from _too_long(texts, "lesson.md", texts.lesson, _LESSON)
    pitfalls = len(re.findall(r"^\*\*", texts.lesson.partition("\n## Pitfalls\n")[2], re.MULTILINE))
    if pitfalls > _PITFALLS:
        yield texts.finding("lesson.md", f"it has {pitfalls} pitfalls; {_PITFALLS} are the most")
    yield from _wide_code(texts)
    yield from _too_long(texts, "task.md", texts.task, _TASK)
    yield from _too_long(texts, "problem.toml", texts.problem.summary, _SUMMARY, "the summary")
    for number, hint in enumerate(texts.hints, 1):
        yield from _too_long(texts, "hints.md", hint, _HINT, f"hint {number}")
    for name, diagnosis in texts.diagnoses.items():
        yield from _too_long(texts, f"wrong/{name}.py", diagnosis, _DIAGNOSIS, "the diagnosis")


def _wide_code(texts: ProblemTexts) -> Iterator[Finding]:
    # Blocks that cannot be told apart are named by another rule.
    with contextlib.suppress(ValueError):
        for block in blocks_of(texts.lesson):
            printed = [line for line in (block.output or "").splitlines() if not _ERROR.match(line)]
            for what, lines in (("code", block.code.splitlines()), ("output", printed)):
                for line in lines:
                    if len(line) > _CODE_COLUMNS:
                        reason = f"a line of {what} has {len(line)} columns; {_CODE_COLUMNS} are the most: {line}"
                        yield texts.finding("lesson.md", f"line {block.line}: {reason}")


def _too_long(texts: ProblemTexts, file: str, text: str, most: int, what: str = "it") -> Iterator[Finding]:
    if len(text) > most:
        yield texts.finding(file, f"{what} has {len(text)} characters; {most} are the most")
