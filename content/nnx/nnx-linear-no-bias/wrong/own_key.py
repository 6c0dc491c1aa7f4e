"""The kernel is drawn with `jax.random.key(seed)` itself. `nnx.Rngs(seed)` does not hand out that key but
others that it makes from it, a new one at each call, so that no two draws share a key. Take the key from the
`rngs` that the constructor is given."""

# fact: has jax.random.key(_)

import jax
import jax.numpy as jnp
from flax import nnx


class LinearNoBias(nnx.Module):
    def __init__(self, in_features, features, *, key):
        kernel = jax.random.normal(key, (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))

    def __call__(self, x):
        return x @ self.kernel


def linear_no_bias(seed, x, features):
    model = LinearNoBias(x.shape[0], features, key=jax.random.key(seed))
    return model(x)
