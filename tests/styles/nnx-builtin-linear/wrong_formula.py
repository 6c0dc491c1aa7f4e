"""No layer."""

import jax
from flax import nnx


def builtin_linear(seed, x, features):
    key = nnx.Rngs(int(seed)).params()
    return x @ (0.02 * jax.random.normal(key, (x.shape[1], int(features)))) + 1.0
