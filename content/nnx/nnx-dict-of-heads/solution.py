"""Two heads by name over the same input."""

import jax
from flax import nnx


class TwoHeads(nnx.Module):
    """Gives each head the same input, and returns all outputs by name."""

    def __init__(self, *, rngs: nnx.Rngs):
        self.heads = nnx.Dict(
            a=nnx.Linear(3, 1, rngs=rngs),
            b=nnx.Linear(3, 2, rngs=rngs),
        )

    def __call__(self, x: jax.Array) -> dict[str, jax.Array]:
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed: int, x: jax.Array) -> dict[str, jax.Array]:
    model = TwoHeads(rngs=nnx.Rngs(seed))
    return model(x)
