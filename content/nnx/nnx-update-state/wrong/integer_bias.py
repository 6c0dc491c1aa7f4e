"""The bias holds the right numbers in another dtype; the check says in which. The sum with float32 products is
float32, so the output does not show it. But there is no gradient for integers, so the first call of
`nnx.grad` would raise, and other dtypes wait for a later surprise. The layer had a float32 bias: make the
array with that dtype. What comes out of `jnp.arange` depends on what goes in."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    nnx.update(layer, {"bias": jnp.arange(features)})
    return layer(x)
