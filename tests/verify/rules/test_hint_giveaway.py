"""Hints that are a nudge hold no key line of the reference."""

from __future__ import annotations

import pytest

from flaxdrills.verify.rules.hint_giveaway import find_giveaways
from tests.verify.conftest import SOLUTION, texts_of


def found(*hints: str, **fields: str) -> list[str]:
    return [finding.reason for finding in find_giveaways(texts_of(hints=hints, **fields))]


@pytest.mark.parametrize(
    ("hint", "line"),
    [
        ("Write `self.count[...] += 1.0` there.", "self.count[...] += 1.0"),
        ("```python\nself.count[ ... ]+=1.0\n```", "self.count[...] += 1.0"),
        ("It is `self.count = nnx.Variable(jnp.zeros(()))`.", "self.count = nnx.Variable(jnp.zeros(()))"),
        ("`answer = nnx.Variable( jnp.zeros(()) )`", "nnx.Variable(jnp.zeros(()))"),
        ("`jnp.stack(\n    [model.count[...], model(x).sum(),],\n)`", "jnp.stack([model.count[...], model(x).sum()])"),
    ],
)
def test_a_key_line_is_found_however_it_is_set(hint: str, line: str) -> None:
    for hints in ((hint, "b", "c"), ("a", hint, "c")):
        [reason] = found(*hints)
        assert f"hint {hints.index(hint) + 1} holds a key line of solution.py" in reason
        assert reason.count(f"`{line}`") == 1


@pytest.mark.parametrize(
    "hint",
    [
        "The count lives in an `nnx.Variable`, and `jnp.zeros(())` is an array.",
        "`return x` comes last, and `self.size = 4` first.",
        "`class Counter(nnx.Module):` with `def __call__(self, x):`",
        "import jax.numpy as jnp and from flax import nnx",
        "`model.count[...]` can be read.",
    ],
)
def test_what_does_not_give_it_away_may_be_said(hint: str) -> None:
    assert found(hint, hint, "c") == []


def test_the_last_hint_may_say_it_all() -> None:
    assert found("a", "b", SOLUTION) == []


@pytest.mark.parametrize("text", ["stub", "task"])
def test_what_the_stub_or_the_task_says_already_is_no_secret(text: str) -> None:
    line = "model = Counter(rngs=nnx.Rngs(0))"
    assert found(line, "b", "c") != []
    said = {"stub": f'"""count_calls(x)"""\n\n\ndef count_calls(x):\n    {line}\n', "task": f"`count_calls`: `{line}`"}
    assert found(line, "b", "c", **{text: said[text]}) == []


def test_quotes_make_no_difference() -> None:
    solution = "def count_calls(x):\n    return {'kernel': jnp.ones_like(x), 'bias': x}\n"
    assert found('`{"kernel": jnp.ones_like(x), "bias": x}`', "b", "c", solution=solution) != []
