"""Output and kernel of a new Dense from a single forward pass."""

import jax
from flax import linen as nn


def init_with_output(seed: int, x: jax.Array, features: int) -> dict[str, jax.Array]:
    """The output for `x` of a `Dense` that is initialised on it, and its kernel."""
    y, variables = nn.Dense(features).init_with_output(jax.random.key(seed), x)
    return {"y": y, "kernel": variables["params"]["kernel"]}
