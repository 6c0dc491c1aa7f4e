"""A LayerNorm over the reshaped groups; its scale has group-size numbers, shared by all groups."""

import jax
from flax import nnx


class StepNorm(nnx.Module):
    def __init__(self, channels: int, groups: int, *, rngs: nnx.Rngs):
        self.groups = groups
        self.norm = nnx.LayerNorm(channels // groups, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        n, steps, _ = x.shape
        return self.norm(x.reshape(n, steps, self.groups, -1)).reshape(x.shape)


def groupnorm(seed: int, x: jax.Array, groups: int) -> jax.Array:
    model = StepNorm(x.shape[-1], groups, rngs=nnx.Rngs(seed))
    return model(x)
