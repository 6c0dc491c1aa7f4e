"""Split, and a pure function that returns the state."""

from functools import partial

import jax
import jax.numpy as jnp
from flax import nnx


class Noisy(nnx.Module):
    def __init__(self, *, rngs):
        self.stream = rngs.noise.fork()

    def __call__(self, x, train):
        return x + 0.1 * self.stream.normal(x.shape) if train else x


@partial(jax.jit, static_argnums=(0, 3))
def apply(graphdef, state, x, train):
    model = nnx.merge(graphdef, state)
    return model(x, train), nnx.state(model)


def noise_flag(seed, x, train):
    graphdef, state = nnx.split(Noisy(rngs=nnx.Rngs(noise=seed)))
    outputs = []
    for flag in train:
        y, state = apply(graphdef, state, x, flag)
        outputs.append(y)
    return jnp.stack(outputs)
