"""A dict of layers, and functions; the gradient of jax."""

import jax
import jax.numpy as jnp
from flax import nnx


def tree_alias(seed, x):
    rngs, d = nnx.Rngs(seed), x.shape[1]
    model = nnx.Dict(encode=nnx.Linear(d, 4, rngs=rngs), mix=nnx.Linear(4, 4, rngs=rngs))
    model["shift"] = nnx.Param(jnp.ones(d))

    def loss(model):
        h = jnp.tanh(model["encode"](x))
        for _ in range(3):
            h = jnp.tanh(model["mix"](h))
        y = h @ model["encode"].kernel[...].T + model["shift"]
        decay = sum((model[name].kernel[...] ** 2).sum() for name in ("encode", "mix"))
        return jnp.mean((y - x) ** 2) + 0.01 * decay

    value, grads = jax.value_and_grad(loss)(model)
    leaves = jax.tree.leaves(grads)
    size = sum(leaf.size for leaf in jax.tree.leaves(model))
    return {"loss": value, "size": size, "slope": sum((leaf**2).sum() for leaf in leaves)}
