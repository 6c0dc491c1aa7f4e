"""The port is right, and no `nnx.Rngs` was built with `seed + 1`.

After the copy nothing of the nnx.Linear's own draw is left, so no number shows it. But a layer that starts
with other numbers is what makes the two sums a proof. Build its Rngs with the seed that the task names."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(features)
    variables = dense.init(jax.random.key(seed), x)
    linear = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    linear.kernel[...] = variables["params"]["kernel"]
    linear.bias[...] = variables["params"]["bias"]
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
