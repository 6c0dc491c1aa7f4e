"""The sums are right, and no module contains all three layers. The task asks for one model, which is what you
will have in practice, with layers anywhere inside. Make them attributes of one `nnx.Module` and ask that for
its state."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def size(state):
    return sum(leaf.size for leaf in jax.tree.leaves(state))


def param_count(seed, din, dout):
    rngs = nnx.Rngs(seed)
    linear = nnx.Linear(din, dout, rngs=rngs)
    norm = nnx.BatchNorm(dout, rngs=rngs)
    drop = nnx.Dropout(0.5, rngs=rngs)
    params = size(linear) + size(nnx.state(norm, nnx.Param))
    return jnp.array([params, size(nnx.state(norm, nnx.BatchStat)), size(drop)])
