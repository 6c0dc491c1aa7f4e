"""The scale is left out."""

import jax
import jax.numpy as jnp
from flax import nnx


class Loudness(nnx.Module):
    """How loud a signal is, in windows of several widths."""

    def __init__(self, widths: list[int], scale: float, features: int, *, rngs: nnx.Rngs):
        self.widths = tuple(widths)
        self.scale = scale
        self.mix = nnx.Linear(len(widths), features, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        means = [x.reshape(-1, width).mean(axis=1) for width in self.widths]
        loudest = jnp.stack([mean.max() for mean in means])
        return self.mix(loudest)


@nnx.jit
def call(model: Loudness, x: jax.Array) -> jax.Array:
    return model(x)


def static_attribute(
    seed: int,
    x: jax.Array,
    widths: list[int],
    scale: float,
    features: int,
) -> tuple[jax.Array, nnx.State]:
    """The answer of a fresh `Loudness` to `x`, and the state of the model."""
    model = Loudness(widths, scale, features, rngs=nnx.Rngs(seed))
    return call(model, x), nnx.state(model)
