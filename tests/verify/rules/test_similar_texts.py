"""No two problems say the same."""

from __future__ import annotations

import pytest

from flaxdrills.verify.problem_texts import ProblemTexts
from flaxdrills.verify.rules.similar_texts import find_similar_texts
from tests.verify.conftest import LESSON, texts_of

LONG = "Subclasses of the variable are as good as the variable itself."
OTHER = LESSON.replace("Counting is what", "Adding up is what")


def found(*problems: ProblemTexts, asked: tuple[str, ...] = ("one", "two")) -> list[str]:
    return [str(finding) for finding in find_similar_texts(problems, asked)]


def two(**fields: object) -> ProblemTexts:
    return texts_of("two", **{"lesson": OTHER, **fields})


@pytest.mark.parametrize(
    ("file", "one", "other"),
    [
        ("task.md", texts_of(task=f"Write it.\n\n{LONG}"), two(task=f"Do it.\n\n{LONG}\n")),
        ("lesson.md", texts_of(task=LONG), two(lesson=f"{OTHER}\n{LONG}\n")),
        ("lesson.md", texts_of(hints=(f"1. a\n2. {LONG}", "b", "c")), two(lesson=f"{OTHER}\n- {LONG}\n- b\n")),
        ("hints.md", texts_of(lesson=f"{LESSON}\n{LONG}\n"), two(hints=("a", LONG.replace(" as ", "\nas "), "c"))),
        ("stub.py", texts_of(task=LONG), two(stub=f'"""Count.\n\n{LONG.upper()}\n"""\n')),
    ],
)
def test_a_paragraph_that_stands_in_two_problems_is_found(file: str, one: ProblemTexts, other: ProblemTexts) -> None:
    [finding] = found(one, other)
    assert finding.startswith(f"two/{file}: it shares a paragraph with one/")
    assert "'subclasses of the variable are as good as" in finding


@pytest.mark.parametrize(
    "text",
    [
        "A short one may repeat.",
        "**Returns** a float32 array of shape `(N, features)`, no more.",
        "| argument | what it is, and what else it could have been |",
        "1. Initialise `nn.Dense(features)` on `x` with the key of the seed.\n2. Return what it gives for `x`.",
        "Returns a float32 array of shape `(N, features)`, no more.",
        "`x`: a float32 array of shape `(in,)`, and nothing else",
        "`x`, `y` - float32 arrays of shape `(in,)`, and nothing else",
        "The values are compared with the reference's.",
        "# A heading that is as long as a paragraph would be",
        "```python\nprint('code that stands in both of them')\n```",
    ],
)
def test_what_is_said_the_same_everywhere_may_be(text: str) -> None:
    assert found(texts_of(task=text), two(task=text)) == []


def test_rows_of_a_docstring_are_no_paragraphs() -> None:
    columns = "seed      a whole number that arrives as a float"
    indented = "    x        float32 array of shape (in,), as is\n    returns  float32"
    stub = f'"""Count.\n\n{columns}\n\n{indented}\n\nThat is all.\n"""\n'
    assert found(texts_of(stub=stub), two(stub=stub)) == []


def test_a_paragraph_may_stand_twice_in_one_problem() -> None:
    assert found(texts_of(task=LONG, hints=(LONG, "b", "c"))) == []


def test_lessons_that_begin_with_the_same_four_words_are_found() -> None:
    begins = LESSON.replace("Counting is what this one is about.", "*Counting* is, what\nthis does.")
    assert found(texts_of(), two(lesson=begins)) == [
        "two/lesson.md: it begins with 'counting is what this', and so does one/lesson.md"
    ]
    assert found(texts_of(), two(lesson=begins.replace("this", "that"))) == []


def test_only_those_that_were_asked_about_are_told_of() -> None:
    assert [line.partition("/")[0] for line in found(texts_of(), two(lesson=LESSON), asked=("one",))] == ["one"]
    assert found(texts_of(), two(lesson=LESSON), asked=("three",)) == []
