"""Which names of the libraries a text uses."""

from __future__ import annotations

import pytest

from flaxdrills.verify.rules.library_names import find_missing_names, names_used
from tests.verify.conftest import LESSON, texts_of


def in_lesson(text: str) -> list[str]:
    return list(names_used(texts_of(lesson=LESSON + text)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("`nnx.Linear(3, 4, rngs=nnx.Rngs(0))`", ["flax.nnx.Linear", "flax.nnx.Rngs"]),
        ("`nn.Dense` beside `linen.Dense`", ["flax.linen.Dense"]),
        ("`jax.tree.map(jnp.shape, x)`", ["jax.tree.map", "jax.numpy.shape"]),
        (
            "`optax.sgd`, `lax.scan`, `flax.errors.ScopeParamNotFoundError`",
            [
                "optax.sgd",
                "jax.lax.scan",
                "flax.errors.ScopeParamNotFoundError",
            ],
        ),
        ("a span over `nnx.split(\n    model)` two lines", ["flax.nnx.split"]),
        ("``a `nnx.Param` in it``", ["flax.nnx.Param"]),
        ("```python\n@nnx.jit\ndef f(): ...  # see nnx.grad\n```\n", ["flax.nnx.jit", "flax.nnx.grad"]),
        ("```text\nnnx.Linear\n```\n", ["flax.nnx.Linear"]),
    ],
)
def test_names_in_spans_and_blocks_are_found(text: str, names: list[str]) -> None:
    assert in_lesson(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "nnx.Linear in prose, and jax.",
        "`self.nn.kernel`, `my_nnx.thing`, `'flax.msgpack'`, `logs/jax.txt`",
        "`nnx.to_*` and `nnx.from_…` stand for several",
        "```python\n1\n```\n```output\nmodule 'x' nnx.Gone\n```\n",
    ],
)
def test_what_only_looks_like_one_is_not(text: str) -> None:
    assert in_lesson(text) == []


@pytest.mark.parametrize(
    "error",
    ["AttributeError: module 'flax.nnx' has no attribute 'Gone'", "ImportError: cannot import name 'Gone' from x"],
)
def test_a_name_that_a_pitfall_shows_to_be_missing_is_not_asked_for(error: str) -> None:
    assert in_lesson(f"`nnx.Gone`\n\n```python\nnnx.Gone\nnnx.jit\n```\n```output\n{error}\n```\n") == ["flax.nnx.jit"]


def test_an_error_about_something_else_excuses_nothing() -> None:
    text = "```python\nnnx.Gone\n```\n```output\nAttributeError: module 'flax.nnx' has no attribute 'Goner'\n```\n"
    assert in_lesson(text) == ["flax.nnx.Gone"]


def test_what_is_missing_is_named_where_it_stands_first() -> None:
    texts = texts_of(
        lesson=LESSON + "\n`nnx.Gone`, `nnx.Gone`\n",
        task="`count_calls(x)`\n\nwith `jnp.gone`",
        hints=("`nnx.gone_too`", "b", "c"),
        diagnoses={"formula": "`optax.gone`, not `nnx.Gone`"},
    )
    missing = ("flax.nnx.Gone", "jax.numpy.gone", "flax.nnx.gone_too", "optax.gone")
    assert [str(finding) for finding in find_missing_names(texts, missing)] == [
        "one/lesson.md: line 20: there is no `nnx.Gone` in the installed flax (flax.nnx.Gone)",
        "one/task.md: line 3: there is no `jnp.gone` in the installed jax (jax.numpy.gone)",
        "one/hints.md: there is no `nnx.gone_too` in the installed flax (flax.nnx.gone_too)",
        "one/wrong/formula.py: there is no `optax.gone` in the installed optax (optax.gone)",
    ]
