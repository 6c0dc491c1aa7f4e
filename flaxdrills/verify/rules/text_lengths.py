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


def find_lesson_faults(texts: ProblemTexts) -> Iterator[Finding]:
    """Its sections, its blocks, and its length."""
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
    lines = len(texts.lesson.splitlines())
    if lines > _LESSON_LINES:
        yield texts.finding("lesson.md", f"it has {lines} lines; {_LESSON_LINES} are the most")
    yield from _too_long(texts, "lesson.md", texts.lesson, _LESSON)
    for block in blocks:
        for number, line in enumerate(block.code.splitlines(), block.line):
            if len(line) > _CODE_COLUMNS:
                reason = f"line {number}: this line of code has {len(line)} columns; {_CODE_COLUMNS} are the most"
                yield texts.finding("lesson.md", reason)


def find_task_faults(texts: ProblemTexts) -> Iterator[Finding]:
    """That the task names the function, and its length and the summary's."""
    function = texts.problem.function
    if function not in texts.task:
        yield texts.finding("task.md", f"it does not name the function {function}")
    yield from _too_long(texts, "task.md", texts.task, _TASK)
    yield from _too_long(texts, "problem.toml", texts.problem.summary, _SUMMARY, "the summary")


def find_hint_faults(texts: ProblemTexts) -> Iterator[Finding]:
    """How many there are, and their length."""
    if len(texts.hints) < _FEWEST_HINTS:
        yield texts.finding("hints.md", f"there are {len(texts.hints)} hints; {_FEWEST_HINTS} are the least")
    for number, hint in enumerate(texts.hints, 1):
        yield from _too_long(texts, "hints.md", hint, _HINT, f"hint {number}")


def find_diagnosis_faults(texts: ProblemTexts) -> Iterator[Finding]:
    """The length of each."""
    for name, diagnosis in texts.diagnoses.items():
        yield from _too_long(texts, f"wrong/{name}.py", diagnosis, _DIAGNOSIS, "the diagnosis")


def _too_long(texts: ProblemTexts, file: str, text: str, most: int, what: str = "it") -> Iterator[Finding]:
    if len(text) > most:
        yield texts.finding(file, f"{what} has {len(text)} characters; {most} are the most")
