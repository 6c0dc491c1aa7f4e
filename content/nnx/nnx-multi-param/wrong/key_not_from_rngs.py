"""The kernel is drawn with a key made from the seed directly. `nnx.Rngs(seed)` does not hand that key out: each
call of a stream gives `jax.random.fold_in` of it with a running number, so the values differ, and two layers
that both did this would get the same weights. Let the constructor take its key from the `rngs` that it is
given."""

# fact: has jax.random.key(_)

import jax
import jax.numpy as jnp
from flax import nnx


class CountingLinear(nnx.Module):
    def __init__(self, in_features, features, *, seed):
        kernel = jax.random.normal(seed, (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jnp.zeros(features))
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def multi_param_forward(seed, x, features):
    model = CountingLinear(x.shape[0], features, seed=jax.random.key(seed))
    return model(x)
