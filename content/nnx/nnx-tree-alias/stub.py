"""An alias that tree mode refuses

`tree_alias(seed, x)` measures a small autoencoder. It was written
for graph mode. This file is run in tree mode, and there it raises:

    ValueError: Duplicate Param( ...

Remove each alias in Autoencoder, so that no Variable and no module
in it is reached in two ways. What it computes, and what is tied to
what, stays the same: one kernel encodes and decodes, one mix layer
is applied three times, and decay sums the squares of both kernels.
How you build that, and which attributes you have, is up to you.

    seed     int
    x        float32 array of shape (rows, d)
    returns  a dict, which is built below: "loss", "size" (how
             many numbers the Params hold) and "slope" (the sum
             of the squares of all gradients)

The values are compared with the reference's. Besides, it is checked
that nnx.find_duplicates of each module that your function builds is
empty.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Autoencoder(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.encode = nnx.Linear(d, 4, rngs=rngs)
        self.mix = nnx.Linear(4, 4, rngs=rngs)
        self.steps = nnx.List([self.mix] * 3)
        self.back = self.encode.kernel
        self.shift = nnx.Param(jnp.ones(d))
        self.decayed = nnx.List([self.back, self.mix.kernel])

    def __call__(self, x: jax.Array) -> jax.Array:
        h = jnp.tanh(self.encode(x))
        for step in self.steps:
            h = jnp.tanh(step(h))
        return h @ self.back[...].T + self.shift

    def decay(self) -> jax.Array:
        return sum((kernel[...] ** 2).sum() for kernel in self.decayed)


def tree_alias(seed: int, x: jax.Array) -> dict[str, jax.Array | int]:
    model = Autoencoder(x.shape[1], rngs=nnx.Rngs(seed))
    graphdef, params = nnx.split(model, nnx.Param)

    def loss(params: nnx.State) -> jax.Array:
        model = nnx.merge(graphdef, params)
        return jnp.mean((model(x) - x) ** 2) + 0.01 * model.decay()

    value, grads = nnx.value_and_grad(loss)(params)
    slopes = jax.tree.map(lambda grad: (grad**2).sum(), grads)
    return {
        "loss": value,
        "size": sum(leaf.size for leaf in jax.tree.leaves(params)),
        "slope": sum(jax.tree.leaves(slopes)),
    }
