"""The bias has a row for each row of the batch, so each example has one of its own. A parameter cannot depend
on how many examples happen to come along: the next batch has another size. Draw one number a feature, and
let broadcasting add them to every row."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class DrawnLinear(nnx.Module):
    def __init__(self, in_features, n, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jax.random.normal(rngs.params(), (n, features)))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def linear_bias(seed, x, features):
    model = DrawnLinear(x.shape[1], x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
