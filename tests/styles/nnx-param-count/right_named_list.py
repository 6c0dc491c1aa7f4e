"""The layers are in an nnx.Dict; counted over the flat state."""

import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, n, m, rngs):
        self.parts = nnx.Dict(
            a=nnx.Dropout(rate=0.5, rngs=rngs), b=nnx.Linear(n, m, rngs=rngs), c=nnx.BatchNorm(m, rngs=rngs)
        )


def param_count(seed, din, dout):
    counts = {nnx.Param: 0, nnx.BatchStat: 0, nnx.RngState: 0}
    for _, leaf in nnx.to_flat_state(nnx.state(Block(int(din), int(dout), nnx.Rngs(int(seed))))):
        for kind in counts:
            counts[kind] += leaf.size * isinstance(leaf, kind)
    return jnp.array(list(counts.values()), jnp.int32)
