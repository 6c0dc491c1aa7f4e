"""The Rngs from a key; the arrays go over in one update."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(int(features))
    variables = dense.init(jax.random.PRNGKey(int(seed)), x)
    linear = nnx.Linear(len(x), int(features), rngs=nnx.Rngs(params=jax.random.key(int(seed) + 1)))
    nnx.update(linear, {name: jnp.array(value) for name, value in variables["params"].items()})
    return jnp.array([jnp.sum(linear(x)), jnp.sum(dense.apply(variables, x))])
