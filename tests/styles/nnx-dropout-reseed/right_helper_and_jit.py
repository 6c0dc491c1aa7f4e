"""A compiled call after a helper that reseeds whatever it finds."""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d, *, rngs):
        self.linear = nnx.Linear(d, d, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)

    def __call__(self, x):
        return self.drop(self.linear(x))


@nnx.jit
def call(model, x):
    return model(x)


def dropout_reseed(seed, x, mask_seed):
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))

    def replayed():
        names = {key.tag for _, key in nnx.to_flat_state(nnx.state(model, nnx.RngKey))}
        nnx.reseed(model, **dict.fromkeys(names, jax.random.key(mask_seed)))
        return call(model, x)

    before = replayed()
    model.linear.kernel[...] = 1.1 * model.linear.kernel[...]
    return jnp.stack([before, replayed()])
