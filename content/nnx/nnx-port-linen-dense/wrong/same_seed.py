"""The nnx.Linear still has the kernel that was drawn from the seed of the Dense, and the same seed does not
make the two layers equal.

Linen and NNX derive their keys from a seed in different ways, so the kernels differ even so. Porting means
carrying the arrays over; after that the seed of the nnx.Linear plays no part at all."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(features)
    variables = dense.init(jax.random.key(seed), x)
    linear = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
