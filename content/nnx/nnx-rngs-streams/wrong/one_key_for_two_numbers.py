"""Two numbers were drawn with a single key of `params`, by asking `jax.random.normal` for an array of two. The
first of them is right; the second one is not what the stream's next key would give. Take a key from the
stream for each number, and draw one number with each."""

# fact: has jax.random.normal(_, (2,))

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_streams(params_seed, dropout_seed):
    rngs = nnx.Rngs(params=params_seed, dropout=dropout_seed)
    first_two = jax.random.normal(rngs.params(), (2,))
    return jnp.append(first_two, jax.random.normal(rngs.dropout()))
