"""What must be so in a learner's file before a diagnosis is given."""

from __future__ import annotations

import pytest

from flaxdrills.judging.file_facts import FactError, facts_hold, facts_in

FILE = '''
"""The words nnx.merge(a) and def setup stand in a docstring alone."""
import functools
import jax
from flax import nnx
from flax.nnx import Dropout
from jax import numpy as jnp


class Block(nnx.Module):
    def __init__(self, d: int, rngs):
        self.layers = [nnx.Linear(d, d, rngs=rngs) for _ in range(2)]
        self.drop = Dropout(0.5)
        self.scale: nnx.Param = nnx.Param(jnp.ones((d,)))
        self.a, self.b = nnx.Param(0.0), None
        self.count += 1  # nnx.split(self)

    @functools.partial(jax.jit, static_argnums=0)
    def __call__(self, x):
        return self.layers[0](x) @ x.T


model = nnx.Sequential([Block, Block])
'''


@pytest.mark.parametrize(
    "fact",
    [
        "has nnx.Dropout(...)",
        "has not nnx.Dropout(..., rngs=_)",
        "has nnx.Linear(..., rngs=_)",
        "has nnx.Linear(_, _, rngs=_)",
        "has nnx.Linear(d, d, rngs=rngs)",
        "has not nnx.Linear(_, _)",
        "has not nnx.Linear(_, rngs=_)",
        "has not def setup",
        "has def __call__",
        "has not nnx.merge(...)",
        "has not nnx.split(...)",
        "has class Block",
        "has class _(nnx.Module)",
        "has not class _(nnx.Pytree)",
        "has nnx.Sequential([...])",
        "has not nnx.Sequential(_, _)",
        "has self.scale = _",
        "has self.scale = nnx.Param(...)",
        "has self.a = nnx.Param(0.0)",
        "has not self.b = nnx.Param(...)",
        "has self.count += 1",
        "has @functools.partial(jax.jit, ...)",
        "has not @jax.jit",
        "has jax.jit",
        "has not nnx.jit",
        "has not nn.Linear(...)",
        "has not jax.Linear(...)",
        "has flax.nnx.Linear(...)",
        "has linen.Dropout(...)",
        "has import functools",
        "has import flax.nnx",
        "has not import numpy",
        "has for",
        "has not lambda",
        "has _ @ _.T",
        "has not _ @ _.kernel",
        "has self.layers[0](_)",
        "checks",
    ],
)
def test_a_fact_is_so_in_a_file(fact: str) -> None:
    assert facts_hold([fact], FILE)
    if fact != "checks":
        other = fact.replace("has not ", "has ") if "has not " in fact else fact.replace("has ", "has not ")
        assert not facts_hold([other], FILE)


def test_all_facts_must_be_so() -> None:
    assert facts_hold(["has class Block", "has not lambda", "checks"], FILE)
    assert not facts_hold(["has class Block", "has lambda"], FILE)
    assert facts_hold([], FILE)


def test_nothing_is_so_in_a_file_that_does_not_parse() -> None:
    assert not facts_hold(["has not lambda"], "def f(:")
    assert not facts_hold(["has not lambda"], "x = '\0'")


@pytest.mark.parametrize("fact", ["had lambda", "has", "has def (", "has a; b", "has class 3", "", "has @x = 3"])
def test_what_is_no_fact_is_named(fact: str) -> None:
    with pytest.raises(FactError):
        facts_hold([fact], FILE)


def test_the_facts_of_a_wrong_solution_are_its_lines_in_their_order() -> None:
    source = '"""Why."""\n\n# fact: has lambda\n#fact: no\n# fact: checks\n\nx = 1  # fact: not here\n'
    assert facts_in(source) == ("has lambda", "checks")
