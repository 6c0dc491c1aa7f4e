"""What a text must have, and how long it may be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flaxdrills.verify.problem_texts import ProblemTexts
from flaxdrills.verify.rules.text_lengths import look_at_diagnoses, look_at_hints, look_at_lesson, look_at_task
from tests.verify.conftest import LESSON, draft_of, problem_of


def found(draft: ProblemTexts) -> list[str]:
    rules = (look_at_lesson, look_at_task, look_at_hints, look_at_diagnoses)
    return [str(finding) for rule in rules for finding in rule(draft)]


def padded(length: int) -> str:
    """A lesson of so many characters on few lines."""
    return LESSON + "x" * (length - len(LESSON))


def with_code(line: str) -> str:
    return LESSON.replace("print(1)", line)


@pytest.mark.parametrize(
    "draft",
    [
        draft_of(),
        draft_of(lesson=padded(6000)),
        draft_of(lesson=LESSON + "\n" * (170 - len(LESSON.splitlines()))),
        draft_of(lesson=with_code("#" * 75)),
        draft_of(lesson=LESSON.replace("\n1\n", f"\n{'1' * 200}\n")),
        draft_of(task="`count_calls(x)`".ljust(1800, "x")),
        draft_of(hints=("a" * 600, "b", "c")),
        draft_of(diagnoses={"formula": "x" * 700}),
        draft_of(problem=problem_of(summary="x" * 120)),
    ],
)
def test_what_keeps_the_limits_has_no_findings(draft: ProblemTexts) -> None:
    assert found(draft) == []


@pytest.mark.parametrize(
    ("draft", "finding"),
    [
        (draft_of(lesson=padded(6001)), "lesson.md: it has 6001 characters; 6000 are the most"),
        (
            draft_of(lesson=LESSON + "\n" * 160),
            f"lesson.md: it has {len(LESSON.splitlines()) + 160} lines; 170 are the most",
        ),
        (
            draft_of(lesson=with_code("one\n" + "#" * 76)),
            "lesson.md: line 11: this line of code has 76 columns; 75 are the most",
        ),
        (draft_of(lesson=LESSON.replace("## Pitfalls", "")), "lesson.md: the section '## Pitfalls' is missing"),
        (draft_of(lesson=LESSON.replace("```python", "```text")), "lesson.md: line 12: an output block without"),
        (draft_of(task="`count_calls(x)`".ljust(1801, "x")), "task.md: it has 1801 characters; 1800 are the most"),
        (draft_of(task="Write it."), "task.md: it does not name the function count_calls"),
        (draft_of(hints=("a", "b" * 601, "c")), "hints.md: hint 2 has 601 characters; 600 are the most"),
        (draft_of(hints=("a", "b")), "hints.md: there are 2 hints; 3 are the least"),
        (
            draft_of(diagnoses={"formula": "x", "raw": "x" * 701}),
            "wrong/raw.py: the diagnosis has 701 characters; 700 are the most",
        ),
        (
            replace(draft_of(), problem=problem_of(summary="x" * 121)),
            "problem.toml: the summary has 121 characters; 120 are the most",
        ),
    ],
)
def test_what_does_not_is_named_with_the_limit(draft: ProblemTexts, finding: str) -> None:
    [only] = found(draft)
    assert only.startswith(f"one/{finding}")
