"""Vmap over the sequences: inside, the steps are the first axis, the batch of the layer."""

import jax
from flax import nnx


class StepNorm(nnx.Module):
    def __init__(self, channels: int, groups: int, *, rngs: nnx.Rngs):
        self.norm = nnx.GroupNorm(channels, num_groups=groups, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return jax.vmap(self.norm)(x)


def groupnorm(seed: int, x: jax.Array, groups: int) -> jax.Array:
    model = StepNorm(x.shape[-1], groups, rngs=nnx.Rngs(seed))
    return model(x)
