"""What each text must have: sections and blocks in a lesson, hints, the function's name in the task."""

from __future__ import annotations

from collections.abc import Iterator

from flaxdrills.problems.lesson import blocks_of
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.problem_texts import ProblemTexts

_SECTIONS = ("## Why it matters", "## The API", "## A worked example", "## Pitfalls")
_FEWEST_HINTS = 3
_CHECKED = "Checked, besides the values"
"""How a task begins to say it."""


def find_missing_parts(texts: ProblemTexts) -> Iterator[Finding]:
    """What is not there."""
    yield from _missing_in_lesson(texts)
    function = texts.problem.function
    if function not in texts.task:
        yield texts.finding("task.md", f"it does not name the function {function}")
    if _CHECKED in texts.task and "checked" not in texts.stub_docstring.lower():
        reason = "its docstring does not say what is checked besides the values, as the task does"
        yield texts.finding("stub.py", reason)
    if len(texts.hints) < _FEWEST_HINTS:
        yield texts.finding("hints.md", f"there are {len(texts.hints)} hints; {_FEWEST_HINTS} are the least")


def _missing_in_lesson(texts: ProblemTexts) -> Iterator[Finding]:
    try:
        blocks = blocks_of(texts.lesson)
    except ValueError as error:
        yield texts.finding("lesson.md", str(error))
        return
    for section in _SECTIONS:
        if section not in texts.lesson:
            yield texts.finding("lesson.md", f"the section {section!r} is missing")
    if not blocks:
        yield texts.finding("lesson.md", "it has no Python block")
