"""What is said of a right result."""

from __future__ import annotations

from typing import Any

import jax.numpy as jnp
import pytest

from flaxdrills.worker.compare.plain_values import packed, unpacked
from flaxdrills.worker.explain.weak_types import weak_type_note


def note(want: Any, have: Any) -> str:
    return weak_type_note(unpacked(packed(want)), unpacked(packed(have)))


@pytest.mark.parametrize(
    ("want", "have", "start"),
    [
        (jnp.zeros(()), jnp.array(0.0), "Your result has a weak type"),
        ((jnp.zeros(2), jnp.ones(2)), (jnp.zeros(2), jnp.full(2, 1.0)), "Your result at [1] has a weak type"),
        ({"a": {"b": jnp.ones(2)}}, {"a": {"b": jnp.full(2, 1.0)}}, "Your result at [a][b] has a weak type"),
    ],
)
def test_a_weak_type_where_the_reference_has_none_is_noted(want: Any, have: Any, start: str) -> None:
    assert note(want, have).startswith(start)


@pytest.mark.parametrize(
    ("want", "have"),
    [
        (jnp.zeros(2), jnp.zeros(2)),
        (jnp.array(0.0), jnp.array(0.0)),
        (jnp.array(0.0), jnp.zeros(())),
        (0.0, jnp.array(0.0)),
        (jnp.zeros(()), 0.0),
        (jnp.zeros(2), "text"),
        ((jnp.zeros(2),), jnp.full(2, 0.0)),
    ],
)
def test_nothing_else_is_noted(want: Any, have: Any) -> None:
    assert note(want, have) == ""
