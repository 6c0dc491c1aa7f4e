"""How long each text may be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flaxdrills.verify.problem_texts import ProblemTexts
from flaxdrills.verify.rules.text_lengths import find_long_texts
from tests.verify.conftest import LESSON, problem_of, texts_of


def found(texts: ProblemTexts) -> list[str]:
    return [str(finding) for finding in find_long_texts(texts)]


def padded(length: int) -> str:
    """A lesson of so many characters on few lines."""
    return LESSON + "x" * (length - len(LESSON))


def with_code(line: str) -> str:
    return LESSON.replace("print(1)", line)


@pytest.mark.parametrize(
    "texts",
    [
        texts_of(),
        texts_of(lesson=padded(6000)),
        texts_of(lesson=LESSON + "\n" * (120 - len(LESSON.splitlines()))),
        texts_of(lesson=with_code("#" * 72)),
        texts_of(lesson=LESSON.replace("\n1\n", f"\nValueError: {'1' * 200}\n")),
        texts_of(lesson=LESSON + "**One.** a\n\n**Two.** b\n\n**Three.** c\n"),
        texts_of(task="`count_calls(x)`".ljust(1800, "x")),
        texts_of(hints=("a" * 600, "b", "c")),
        texts_of(diagnoses={"formula": "x" * 700}),
        texts_of(problem=problem_of(summary="x" * 120)),
    ],
)
def test_what_keeps_the_limits_has_no_findings(texts: ProblemTexts) -> None:
    assert found(texts) == []


@pytest.mark.parametrize(
    ("texts", "finding"),
    [
        (texts_of(lesson=padded(6001)), "lesson.md: it has 6001 characters; 6000 are the most"),
        (
            texts_of(lesson=LESSON + "\n" * 110),
            f"lesson.md: it has {len(LESSON.splitlines()) + 110} lines; 120 are the most",
        ),
        (
            texts_of(lesson=with_code("one\n" + "#" * 73)),
            "lesson.md: line 10: a line of code has 73 columns; 72 are the most: #",
        ),
        (
            texts_of(lesson=LESSON.replace("\n1\n", f"\n{'1' * 73}\n")),
            "lesson.md: line 10: a line of output has 73 columns; 72 are the most: 1",
        ),
        (
            texts_of(lesson=LESSON + "**One.** a\n\n**Two.** b\n\n**Three.** c\n\n**Four.** d\n"),
            "lesson.md: it has 4 pitfalls; 3 are the most",
        ),
        (texts_of(task="`count_calls(x)`".ljust(1801, "x")), "task.md: it has 1801 characters; 1800 are the most"),
        (texts_of(hints=("a", "b" * 601, "c")), "hints.md: hint 2 has 601 characters; 600 are the most"),
        (
            texts_of(diagnoses={"formula": "x", "raw": "x" * 701}),
            "wrong/raw.py: the diagnosis has 701 characters; 700 are the most",
        ),
        (
            replace(texts_of(), problem=problem_of(summary="x" * 121)),
            "problem.toml: the summary has 121 characters; 120 are the most",
        ),
    ],
)
def test_what_does_not_is_named_with_the_limit(texts: ProblemTexts, finding: str) -> None:
    [only] = found(texts)
    assert only.startswith(f"one/{finding}")
