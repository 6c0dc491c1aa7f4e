"""A module keeps the Rngs and draws."""

import jax
import jax.numpy as jnp
from flax import nnx


class Dice(nnx.Module):
    def __init__(self, *, rngs):
        self.rngs = rngs
        self.faces = nnx.Param(jnp.stack([jax.random.normal(rngs.params()) for _ in range(2)]))

    def __call__(self):
        return jnp.append(self.faces[...], jax.random.normal(self.rngs.dropout()))


def rngs_streams(params_seed, dropout_seed):
    return Dice(rngs=nnx.Rngs(params=int(params_seed), dropout=int(dropout_seed)))()
