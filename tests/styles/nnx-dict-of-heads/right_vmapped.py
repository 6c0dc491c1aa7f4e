"""One row at a time, class inside the function."""

import jax
from flax import nnx


def dict_of_heads(seed, x):
    class Model(nnx.Module):
        heads: dict = nnx.data()

        def __init__(self, rngs):
            sizes = {"a": 1, "b": 2}
            self.heads = {name: nnx.Linear(3, sizes[name], rngs=rngs) for name in sizes}

        def __call__(self, row):
            out = {}
            for name, head in self.heads.items():
                out[name] = head(row)
            return out

    return jax.vmap(Model(nnx.Rngs(params=int(seed))))(x)
