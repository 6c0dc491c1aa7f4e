"""Shapes first with nnx.eval_shape, values filled into the abstract state."""

import jax
import jax.numpy as jnp
from flax import nnx


class Model(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), (din, dout)) / jnp.sqrt(din))
        self.bias = nnx.Param(jnp.zeros(dout))
        self.count = nnx.Variable(jnp.array(0.0))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def multi_param_forward(seed, x, features):
    key = nnx.Rngs(int(seed)).params()
    abstract = nnx.eval_shape(lambda: Model(x.shape[0], int(features), rngs=nnx.Rngs(int(seed))))
    graphdef, state = nnx.split(abstract)
    state = jax.tree.map(lambda leaf: jnp.zeros(leaf.shape, leaf.dtype), state)
    state["kernel"][...] = jax.random.normal(key, (x.shape[0], int(features))) / jnp.sqrt(x.shape[0])
    return nnx.merge(graphdef, state)(x)
