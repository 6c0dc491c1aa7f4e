"""What each text must have."""

from __future__ import annotations

import pytest

from flaxdrills.verify.problem_texts import ProblemTexts
from flaxdrills.verify.rules.required_parts import find_missing_parts
from tests.verify.conftest import LESSON, texts_of


def found(texts: ProblemTexts) -> list[str]:
    return [str(finding) for finding in find_missing_parts(texts)]


def test_what_has_all_has_no_findings() -> None:
    assert found(texts_of()) == []


@pytest.mark.parametrize(
    ("texts", "finding"),
    [
        (texts_of(lesson=LESSON.replace("## Pitfalls", "")), "lesson.md: the section '## Pitfalls' is missing"),
        (texts_of(lesson=LESSON.replace("```python", "```text")), "lesson.md: line 12: an output block without"),
        (
            texts_of(lesson=LESSON[: LESSON.index("```python")] + LESSON[LESSON.index("## A worked") :]),
            "lesson.md: it has no",
        ),
        (texts_of(task="Write it."), "task.md: it does not name the function count_calls"),
        (
            texts_of(task="`count_calls(x)`. **Checked, besides the values:** much."),
            "stub.py: its docstring does not say what is checked besides",
        ),
        (texts_of(hints=("a", "b")), "hints.md: there are 2 hints; 3 are the least"),
    ],
)
def test_what_is_missing_is_named(texts: ProblemTexts, finding: str) -> None:
    [only] = found(texts)
    assert only.startswith(f"one/{finding}")
