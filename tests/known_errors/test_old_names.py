"""What old_names.toml calls today's names is there, and its old ones are not."""

from __future__ import annotations

import re
from typing import Any

import flax
import jax
import jax.numpy as jnp
import numpy as np
import optax
import pytest
from flax import linen, nnx

from flaxdrills.known_errors.old_names import TABLES, hint_for

ROOTS: dict[str, Any] = {
    "flax": flax,
    "jax": jax,
    "jnp": jnp,
    "nn": linen,
    "nnx": nnx,
    "np": np,
    "optax": optax,
    "x": jnp.ones((2, 3)),
    "model": nnx.Linear(3, 4, rngs=nnx.Rngs(0)),
    "optimizer": nnx.Optimizer(nnx.Linear(3, 4, rngs=nnx.Rngs(0)), optax.sgd(0.1), wrt=nnx.Param),
    "module": linen.Dense(3),
}
MODULES = {
    "flax.nnx": nnx,
    "flax.linen": linen,
    "jax.numpy": jnp,
    "jax.nn": jax.nn,
    "jax": jax,
    "jax.random": jax.random,
    "jax.lax": jax.lax,
    "optax": optax,
    "array": jax.Array,
    "dict": dict,
}
HINTS = [(place, old) for place, names in TABLES.items() for old in names]


@pytest.mark.parametrize(("place", "old"), HINTS)
def test_the_names_that_a_hint_uses_are_there(place: str, old: str) -> None:
    hint = hint_for(place, old)
    # A name with a dot, and not the end of a sentence, an index or a number.
    for root, rest in re.findall(rf"(?<![\w.\"'])({'|'.join(ROOTS)})((?:\.[a-zA-Z]\w*)+)", hint):
        value = ROOTS[root]
        for name in rest.removeprefix(".").split("."):
            value = getattr(value, name)


def test_the_test_sees_a_name_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ROOTS, "nnx", linen)
    with pytest.raises(AttributeError):
        test_the_names_that_a_hint_uses_are_there("flax.nnx", "Parameter")


@pytest.mark.parametrize(("place", "old"), [hint for hint in HINTS if hint[0] in MODULES])
def test_the_old_name_is_not_there_any_more(place: str, old: str) -> None:
    with pytest.raises(AttributeError):
        getattr(MODULES[place], old)


@pytest.mark.parametrize(("place", "old"), HINTS)
def test_a_hint_is_a_short_sentence(place: str, old: str) -> None:
    hint = hint_for(place, old)
    assert hint[0].isupper() or hint[:1] in "xi" or "." in hint
    assert hint[-1] in ".?" and len(hint) <= 130


def test_what_is_said_of_a_part_goes_before_what_is_said_of_all() -> None:
    assert hint_for("keyword Linear.__init__", "bias") == "It is use_bias= here."
    assert hint_for("keyword Linear.__init__", "dim") == hint_for("keyword", "dim") != ""
    assert hint_for("keyword mine", "bias") == ""
    assert hint_for("flax.nnx", "ModuleList") == "Did you mean nnx.List?"
