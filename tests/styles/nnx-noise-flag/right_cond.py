"""The branch is taken on the device, by nnx.cond, and the key only where it is needed."""

import jax.numpy as jnp
from flax import nnx


class Noisy(nnx.Module):
    def __init__(self, *, rngs):
        self.stream = rngs.noise.fork()

    def __call__(self, x):
        return x + 0.1 * self.stream.normal(x.shape)


@nnx.jit
def apply(model, x, train):
    return nnx.cond(train, lambda model, x: model(x), lambda model, x: x, model, x)


def noise_flag(seed, x, train):
    model = Noisy(rngs=nnx.Rngs(noise=seed))
    return jnp.stack([apply(model, x, flag) for flag in train])
