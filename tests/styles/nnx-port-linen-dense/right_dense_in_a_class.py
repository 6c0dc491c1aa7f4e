"""The Dense is a child of a Linen module."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


class Old(nn.Module):
    features: int

    @nn.compact
    def __call__(self, x):
        return nn.Dense(self.features, parent=self.scope and self, name=None)(x)


def port_dense(seed, x, features):
    dense = nn.Dense(int(features))
    y, variables = dense.init_with_output(jax.random.PRNGKey(int(seed)), x)
    linear = nnx.Linear(x.size, int(features), rngs=nnx.Rngs(int(seed) + 1))
    for name, leaf in variables["params"].items():
        getattr(linear, name)[...] = leaf
    return jnp.stack([linear(x).sum(), y.sum()])
