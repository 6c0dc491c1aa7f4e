"""Your own Variable type

Write a Variable type, a module that uses it, and

    custom_variable(seed, x, momentum)

    Stat         a subclass of nnx.Variable, and not of nnx.Param
    the module   has two arrays of shape (d,):
      scale      an nnx.Param: jax.random.normal(rngs.params(), (d,)) with
                 the first key of its rngs
      mean       a Stat of float32 zeros
      __call__   on a batch of shape (k, d) computes h = batch * scale, sets
                 mean to momentum * mean + (1 - momentum) * (the mean of h
                 over its rows), and returns h

The function builds ONE such module with nnx.Rngs(seed), calls it on the
first half of the rows of x, then on the second half, and returns what `mean`
then holds.

    seed      int
    x         float32 array of shape (2 * k, d)
    momentum  float between 0 and 1: how much of the old mean is kept
    returns   float32 array of shape (d,)

The values are compared with the reference's. Besides, it is checked that at
the end `mean` is a Variable of shape (d,) but no Param, that its type is
called Stat or derives from a class of that name, and that it holds what you
return; that it started with zeros of shape (d,); that `scale` is an nnx.Param
of shape (d,); that the output depends on both; and that one more call of your
module on x updates `mean` in this way and returns h. The class of the module
may have any name.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx

# The type Stat belongs here.


class Scaler(nnx.Module):
    def __init__(
        self,
        dim: int,
        momentum: float,
        *,
        rngs: nnx.Rngs,
    ):
        raise NotImplementedError("create self.scale and self.mean")

    def __call__(self, batch: jax.Array) -> jax.Array:
        raise NotImplementedError("scale the batch and update the mean")


def custom_variable(
    seed: int,
    x: jax.Array,
    momentum: float,
) -> jax.Array:
    # In place of these zeros: build a Scaler, call it on both halves of x,
    # and return the array in its mean.
    return jnp.zeros(x.shape[1])
