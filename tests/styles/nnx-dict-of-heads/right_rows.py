"""Row by row, and stacked by name."""

import jax.numpy as jnp
from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict(a=nnx.Linear(3, 1, rngs=rngs), b=nnx.Linear(3, 2, rngs=rngs))

    def __call__(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    model = TwoHeads(rngs=nnx.Rngs(int(seed)))
    rows = [model(row) for row in x]
    return {name: jnp.stack([row[name] for row in rows]) for name in ("a", "b")}
