"""`mean` did not start as an array of zeros of shape `(d,)`. Its first values are the same once they are
broadcast, but until the first call the model holds something of another shape or kind: a checkpoint made
before would not fit. Start with the zeros that the task names."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Stat(nnx.Variable):
    pass


class Scaler(nnx.Module):
    def __init__(self, dim, momentum, *, rngs):
        self.momentum = momentum
        self.scale = nnx.Param(jax.random.normal(rngs.params(), (dim,)))
        self.mean = Stat(0.0)

    def __call__(self, batch):
        h = batch * self.scale
        self.mean.set_value(self.momentum * self.mean.get_value() + (1 - self.momentum) * h.mean(axis=0))
        return h


def custom_variable(seed, x, momentum):
    model = Scaler(x.shape[1], momentum, rngs=nnx.Rngs(seed))
    for batch in jnp.split(x, 2):
        model(batch)
    return model.mean[...]
