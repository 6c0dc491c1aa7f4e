"""The mean is kept, in a Variable of no particular type. It is not for training, and that is all that can be
said of it: no filter picks out the statistics of a model if they share their type with everything else.
Declare a type of your own, and wrap the mean in it."""

# fact: has nnx.Variable(_)

import jax
import jax.numpy as jnp
from flax import nnx


class Scaler(nnx.Module):
    def __init__(self, dim, momentum, *, rngs):
        self.momentum = momentum
        self.scale = nnx.Param(jax.random.normal(rngs.params(), (dim,)))
        self.mean = nnx.Variable(jnp.zeros(dim))

    def __call__(self, batch):
        h = batch * self.scale
        self.mean[...] = self.momentum * self.mean + (1 - self.momentum) * h.mean(axis=0)
        return h


def custom_variable(seed, x, momentum):
    model = Scaler(x.shape[1], momentum, rngs=nnx.Rngs(seed))
    k = x.shape[0] // 2
    model(x[:k])
    model(x[k:])
    return model.mean[...]
