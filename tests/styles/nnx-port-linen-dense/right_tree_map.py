"""The module is mapped with a tree of the same shape."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(int(features))
    variables = dense.init(jax.random.PRNGKey(int(seed)), x)
    params = variables["params"]
    linear = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed) + 1))
    state = nnx.state(linear, nnx.Param)
    flat = {path: leaf.replace(params[path[-1]]) for path, leaf in nnx.to_flat_state(state)}
    nnx.update(linear, nnx.from_flat_state(flat))
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
