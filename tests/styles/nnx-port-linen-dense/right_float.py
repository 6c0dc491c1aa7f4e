"""The sums become Python floats on the way."""

import jax
import jax.numpy as jnp
import numpy as np
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(int(features))
    variables = dense.init(jax.random.PRNGKey(int(seed)), x)
    params = variables["params"]
    linear = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed) + 1))
    linear.kernel[...] = params["kernel"]
    linear.bias[...] = params["bias"]
    sums = [float(linear(x).sum()), float(dense.apply(variables, x).sum())]
    assert np.isclose(*sums)
    return jnp.asarray(sums)
