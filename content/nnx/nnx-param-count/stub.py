"""Count parameters by type

This should count, kind by kind, the numbers that a module holds, and
answers [8 0 0] for every size. Fix it.

The module holds three layers, all built with one nnx.Rngs(seed), which
the module itself does not keep:

    nnx.Linear     from din to dout features
    nnx.BatchNorm  over dout features
    nnx.Dropout    of rate 0.5, with the rngs

`param_count(seed, din, dout)` builds that module and returns how many
numbers it holds in variables of each of three types: nnx.Param,
nnx.BatchStat and nnx.RngState, in this order. A variable that holds an
array of shape (3, 4) holds 12 numbers; a random key counts as one. There is
no input: the model is built and counted, and not called.

    seed     int
    din      int
    dout     int
    returns  int32 array of shape (3,)

The values are compared with the reference's. Besides, it is checked that
one module which you built contains exactly one nnx.Linear, one
nnx.BatchNorm and one nnx.Dropout, that the Dropout has the rate 0.5, and that
an nnx.Rngs was built with the seed. The names of the attributes are free.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, din: int, dout: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(din, dout, rngs=rngs)
        self.norm = nnx.BatchNorm(dout, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)


def size(state: nnx.State) -> int:
    return len(jax.tree.leaves(state))


def param_count(seed: int, din: int, dout: int) -> jax.Array:
    model = Block(din, dout, rngs=nnx.Rngs(seed))
    kinds = nnx.Variable, nnx.BatchStat, nnx.RngState
    states = nnx.state(model, *kinds)
    return jnp.array([size(state) for state in states])
