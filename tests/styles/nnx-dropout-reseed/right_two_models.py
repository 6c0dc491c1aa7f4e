"""A second model, built with a larger kernel, is reseeded for itself."""

import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d, factor, *, rngs):
        self.linear = nnx.Linear(d, d, rngs=rngs)
        self.linear.kernel[...] *= factor
        self.drop = nnx.Dropout(0.5, rngs=rngs)

    def __call__(self, x):
        return self.drop(self.linear(x))


def dropout_reseed(seed, x, mask_seed):
    outputs = []
    for factor in (1.0, 1.1):
        model = Net(x.shape[1], factor, rngs=nnx.Rngs(int(seed)))
        nnx.reseed(model, default=int(mask_seed))
        outputs.append(model(x))
    return jnp.stack(outputs)
