"""What the examples begin with."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped"

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx

X = jnp.ones((2, 3))
KEY = jax.random.key(0)


def layer() -> Any:
    return nnx.Linear(3, 4, rngs=nnx.Rngs(0))
