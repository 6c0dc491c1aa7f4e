"""A Variable with a view

Write a subclass of nnx.Param, `Positive`. It holds any
number r, and reads as log(1 + exp(r)), which is
jax.nn.softplus. A positive number v that is written
through the brackets, to all or to one element, reads as v
afterwards.

`variable_positive(x, start, lr, steps)` fits the standard
deviation of each column of x with it:

1. Noise gets its attribute sigma: a Positive of shape
   (in,). Into it start is written, so that it reads as
   start.
2. In each step the loss is the mean of
   log(sigma) + (x / sigma) ** 2 / 2 over all elements,
   and an nnx.Optimizer with optax.sgd(lr) moves sigma.

    x        float32 array of shape (n, in)
    start    float32 array of shape (in,), above 0
    lr       float, perhaps a large one
    steps    int, 1 or more
    returns  a dict: "losses", float32 of shape (steps,),
             each measured before its step; "sigma", what
             sigma reads as at the end, and "raw", what it
             holds, both of shape (in,)

The values are compared with the reference's. Besides, it
is checked that the attribute sigma of a module is an
nnx.Param that reads as the softplus of what it holds, and
that what is written to it, through [...] or to one
element, is what it reads as afterwards.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Positive(nnx.Param):
    def get_value(self, **kwargs):
        raise NotImplementedError("what it reads as")

    def set_value(self, value, **kwargs):
        raise NotImplementedError("what it then holds")


class Noise(nnx.Module):
    def __init__(self, start: jax.Array):
        raise NotImplementedError("make sigma, write start")

    def __call__(self, x: jax.Array) -> jax.Array:
        log = jnp.log(self.sigma)
        return jnp.mean(log + (x / self.sigma) ** 2 / 2)


def variable_positive(
    x: jax.Array,
    start: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    Noise(start)
    raise NotImplementedError("train it")
