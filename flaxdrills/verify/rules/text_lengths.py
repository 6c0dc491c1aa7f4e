"""What a text must have, and how long it may be: a learner has 80 columns and little time."""

from __future__ import annotations

from collections.abc import Iterator

from flaxdrills.problems.lesson import blocks_of
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.problem_texts import ProblemTexts

_SECTIONS = ("## Why it matters", "## The API", "## A worked example", "## Pitfalls")
_FEWEST_HINTS = 3
_SUMMARY = 120
_LESSON = 6000
_LESSON_LINES = 170
_CODE_COLUMNS = 75
_TASK = 1800
_HINT = 600
_DIAGNOSIS = 700


def look_at_lesson(draft: ProblemTexts) -> Iterator[Finding]:
    """Its sections, its blocks, and its length."""
    try:
        blocks = blocks_of(draft.lesson)
    except ValueError as error:
        yield draft.finding("lesson.md", str(error))
        return
    for section in _SECTIONS:
        if section not in draft.lesson:
            yield draft.finding("lesson.md", f"the section {section!r} is missing")
    if not blocks:
        yield draft.finding("lesson.md", "it has no Python block")
    lines = len(draft.lesson.splitlines())
    if lines > _LESSON_LINES:
        yield draft.finding("lesson.md", f"it has {lines} lines; {_LESSON_LINES} are the most")
    yield from _too_long(draft, "lesson.md", draft.lesson, _LESSON)
    for block in blocks:
        for number, line in enumerate(block.code.splitlines(), block.line):
            if len(line) > _CODE_COLUMNS:
                reason = f"line {number}: this line of code has {len(line)} columns; {_CODE_COLUMNS} are the most"
                yield draft.finding("lesson.md", reason)


def look_at_task(draft: ProblemTexts) -> Iterator[Finding]:
    """That the task names the function, and its length and the summary's."""
    function = draft.problem.function
    if function not in draft.task:
        yield draft.finding("task.md", f"it does not name the function {function}")
    yield from _too_long(draft, "task.md", draft.task, _TASK)
    yield from _too_long(draft, "problem.toml", draft.problem.summary, _SUMMARY, "the summary")


def look_at_hints(draft: ProblemTexts) -> Iterator[Finding]:
    """How many there are, and their length."""
    if len(draft.hints) < _FEWEST_HINTS:
        yield draft.finding("hints.md", f"there are {len(draft.hints)} hints; {_FEWEST_HINTS} are the least")
    for number, hint in enumerate(draft.hints, 1):
        yield from _too_long(draft, "hints.md", hint, _HINT, f"hint {number}")


def look_at_diagnoses(draft: ProblemTexts) -> Iterator[Finding]:
    """The length of each."""
    for name, diagnosis in draft.diagnoses.items():
        yield from _too_long(draft, f"wrong/{name}.py", diagnosis, _DIAGNOSIS, "the diagnosis")


def _too_long(draft: ProblemTexts, file: str, text: str, most: int, what: str = "it") -> Iterator[Finding]:
    if len(text) > most:
        yield draft.finding(file, f"{what} has {len(text)} characters; {most} are the most")
