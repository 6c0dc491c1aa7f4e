"""A variable number of layers

Write an nnx.Module that is as deep as it is told.

    constructor  takes the width d, the depth and rngs
    layers       attribute that holds depth different nnx.Linear, each from
                 d to d features, with a bias and the default initializers,
                 created in order with the one rngs
    __call__(x)  applies each layer and after it nnx.relu, the last layer
                 included

`list_of_layers(seed, x, depth)` builds one such module, as wide as x is
long, with nnx.Rngs(seed), and returns what it gives for x.

    seed     int
    x        float32 array of shape (d,)
    depth    int, 1 or more
    returns  float32 array of shape (d,)

The values are compared with the reference's. Besides, it is checked that
nnx.state of a module with an attribute `layers` holds 2 * depth variables
of type nnx.Param, a kernel and a bias for each layer; that the output depends
on them; and that a call of the module gives what your function returns.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs):
        # One layer. There should be depth of them.
        self.layers = nnx.Linear(d, d, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        raise NotImplementedError("apply each layer, and after it nnx.relu")


def list_of_layers(seed: int, x: jax.Array, depth: int) -> jax.Array:
    model = Stack(x.shape[0], depth, rngs=nnx.Rngs(seed))
    return model(x)
