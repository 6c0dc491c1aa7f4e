"""Split and merged, row by row by vmap."""

import jax
from flax import nnx


def linear_general_heads(seed, x, heads):
    rngs, d = nnx.Rngs(seed), x.shape[-1]
    shape = (heads, d // heads)
    model = nnx.Dict(
        project=nnx.LinearGeneral((d,), shape, rngs=rngs),
        merge=nnx.LinearGeneral(shape, (d,), axis=(0, 1), rngs=rngs),
    )
    graphdef, params = nnx.split(model)

    def row(params, x):
        model = nnx.merge(graphdef, params)
        y = model["project"](x)
        return model["merge"](y - y.mean(1, keepdims=True))

    return jax.vmap(row, in_axes=(None, 0))(params, x)
