"""Noise is added where the flag is False."""

import jax
import jax.numpy as jnp
from flax import nnx


class Noisy(nnx.Module):
    """Adds noise from a stream of its own where it is told to."""

    def __init__(self, *, rngs: nnx.Rngs):
        self.stream = rngs.noise.fork()

    def __call__(self, x: jax.Array, train: bool) -> jax.Array:
        if train:
            return x
        return x + 0.1 * self.stream.normal(x.shape)


@nnx.jit(static_argnames="train")
def apply(model: Noisy, x: jax.Array, train: bool) -> jax.Array:
    return model(x, train)


def noise_flag(seed: int, x: jax.Array, train: list[bool]) -> jax.Array:
    """The outputs of one model, one for each flag in `train`."""
    model = Noisy(rngs=nnx.Rngs(noise=seed))
    outputs = [apply(model, x, train=flag) for flag in train]
    return jnp.stack(outputs)
