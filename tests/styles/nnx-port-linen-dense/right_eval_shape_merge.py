"""eval_shape, then merge with the ported state."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(int(features))
    variables = dense.init(jax.random.PRNGKey(int(seed)), x)
    params = variables["params"]
    graphdef, state = nnx.split(
        nnx.eval_shape(lambda: nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed) + 1)))
    )
    nnx.replace_by_pure_dict(state, params)
    linear = nnx.merge(graphdef, state)
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
