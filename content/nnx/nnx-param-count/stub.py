"""Count parameters by type

Write an nnx.Module that holds three layers, all built with one
nnx.Rngs(int(seed)), which the module itself does not keep:

    nnx.Linear     from din to dout features
    nnx.BatchNorm  over dout features
    nnx.Dropout    of rate 0.5, with the rngs

`param_count(seed, din, dout)` builds that module and returns how many
numbers it holds in variables of each of three types: nnx.Param,
nnx.BatchStat and nnx.RngState, in this order. A variable that holds an
array of shape (3, 4) holds 12 numbers; a random key counts as one. There is
no input: the model is built and counted, and not called.

    seed     float, a whole number: cast it with int()
    din      float, a whole number: cast it with int()
    dout     float, a whole number: cast it with int()
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


def param_count(seed: float, din: float, dout: float) -> jax.Array:
    model = Block(int(din), int(dout), rngs=nnx.Rngs(int(seed)))
    print(nnx.state(model))
    # In place of these zeros: add two layers to Block, and count by type.
    return jnp.zeros(3, jnp.int32)
