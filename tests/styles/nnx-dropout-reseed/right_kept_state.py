"""The state of the stream is kept and put back."""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d, *, rngs):
        self.linear = nnx.Linear(d, d, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)

    def __call__(self, x):
        return self.drop(self.linear(x))


def dropout_reseed(seed, x, mask_seed):
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    nnx.reseed(model, default=mask_seed)
    kept = jax.tree.map(lambda array: array, nnx.state(model, nnx.RngState))
    before = model(x)
    model.linear.kernel[...] *= 1.1
    nnx.update(model, kept)
    return jnp.stack([before, model(x)])
