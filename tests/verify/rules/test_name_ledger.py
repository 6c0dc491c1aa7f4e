"""Names of the libraries that are used before a problem has introduced them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from flaxdrills.verify.rules.name_ledger import find_early_names
from tests.verify.conftest import LESSON, catalogue_of, problem_of, texts_of

SPLITS = LESSON.replace("print(1)", "print(nnx.split(model))")


def found(*problems: tuple[str, dict[str, Any]], **texts: Any) -> list[str]:
    """The findings on the last of `problems` (id and fields), which alone has `texts`."""
    made = [problem_of(name, **fields) for name, fields in problems]
    catalogue = catalogue_of(*made)
    read = {one.id: replace(texts_of(one.id), problem=one) for one in made}
    last = made[-1]
    read[last.id] = replace(read[last.id], **texts)
    return [f"{one.file}: {one.reason}" for one in find_early_names(catalogue, read, last)]


def test_a_name_that_nothing_has_introduced_is_named_with_its_line() -> None:
    assert found(("one", {}), lesson=SPLITS) == [
        "lesson.md: line 10: no problem before this one, nor this one, introduces `nnx.split` (in problem.toml)"
    ]


@pytest.mark.parametrize("text", ["task", "hint"])
def test_tasks_and_hints_are_read_too(text: str) -> None:
    texts = {"task": "Call `nnx.split`."} if text == "task" else {"hints": ("`nnx.split`", "b", "c")}
    assert len(found(("one", {}), **texts)) == 1


@pytest.mark.parametrize(
    "problems",
    [
        [("one", {"introduces": ("nnx.split",)})],
        [("zero", {"introduces": ("nnx.split",)}), ("one", {"position": 2})],
        [("far", {"track": "linen", "introduces": ("nnx.split",)}), ("one", {"prerequisites": ("far",)})],
        [
            ("far", {"track": "linen", "introduces": ("nnx.split",)}),
            ("further", {"track": "linen", "position": 2}),
            ("one", {"prerequisites": ("further",)}),
        ],
    ],
    ids=["itself", "an earlier one", "a prerequisite", "one before a prerequisite"],
)
def test_a_name_is_known_from_what_was_learnt_before(problems: list[tuple[str, dict[str, Any]]]) -> None:
    assert found(*problems, lesson=SPLITS) == []


@pytest.mark.parametrize(
    "problems",
    [
        [("two", {"position": 2, "introduces": ("nnx.split",)}), ("one", {"position": 1})],
        [("far", {"track": "linen", "introduces": ("nnx.split",)}), ("one", {})],
        [
            ("far", {"track": "linen", "position": 2, "introduces": ("nnx.split",)}),
            ("near", {"track": "linen"}),
            ("one", {"prerequisites": ("near",)}),
        ],
    ],
    ids=["a later one", "another track", "one after a prerequisite"],
)
def test_a_name_is_not_known_from_what_comes_later_or_elsewhere(
    problems: list[tuple[str, dict[str, Any]]],
) -> None:
    assert len(found(*problems, lesson=SPLITS)) == 1


def test_what_is_numpys_and_what_every_task_says_is_known() -> None:
    task = "`jnp.ones`, `jax.nn.relu`, `jax.random.key`; works under `jax.jit` and `jax.grad`."
    assert found(("one", {}), task=task) == []


def test_the_old_key_is_known_from_a_lesson_that_shows_it_alone() -> None:
    lesson = LESSON.replace("print(1)", "print(jax.random.PRNGKey(0))")
    assert len(found(("one", {}), lesson=lesson)) == 1
    assert found(("one", {"introduces": ("jax.random.PRNGKey",)}), lesson=lesson) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [("nnx.merge", "and no block of the lesson shows it"), ("Linear", "which begins with no library's name")],
)
def test_what_a_problem_says_to_introduce_must_be_in_its_lesson(name: str, reason: str) -> None:
    assert found(("one", {"introduces": (name,)})) == [f"problem.toml: introduces has {name!r}, {reason}"]
