"""The numbers are right, and the layer has no part in them: its scale and its bias would be trained in vain. Mend
what the layer is given, and let it do the work."""

# fact: checks

import jax
from flax import nnx


class StepNorm(nnx.Module):
    """Normalises each step of each sequence alone, in groups of channels."""

    def __init__(self, channels: int, groups: int, *, rngs: nnx.Rngs):
        self.norm = nnx.GroupNorm(channels, num_groups=groups, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        shape = (*x.shape[:2], self.norm.num_groups, -1)
        parts = x.reshape(shape)
        parts = parts - parts.mean(axis=-1, keepdims=True)
        return (parts / (parts.var(axis=-1, keepdims=True) + 1e-6) ** 0.5).reshape(x.shape)


def groupnorm(seed: int, x: jax.Array, groups: int) -> jax.Array:
    """`x`, normalised step by step."""
    model = StepNorm(x.shape[-1], groups, rngs=nnx.Rngs(seed))
    return model(x)
