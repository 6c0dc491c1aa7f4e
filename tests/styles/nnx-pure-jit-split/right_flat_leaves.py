"""A plain list of leaves travels."""

import jax
import jax.numpy as jnp
from flax import nnx


class Counted(nnx.Module):
    def __init__(self, *, rngs):
        self.linear = nnx.Linear(3, 2, rngs=rngs)
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        self.count[...] += 1.0
        return self.linear(x) * self.count


def pure_jit_split(seed, x, n):
    model = Counted(rngs=nnx.Rngs(int(seed)))
    leaves, treedef = jax.tree.flatten(nnx.state(model))
    graphdef = nnx.graphdef(model)

    @jax.jit
    def step(leaves, x):
        inner = nnx.merge(graphdef, jax.tree.unflatten(treedef, leaves))
        y = inner(x)
        return y, jax.tree.leaves(nnx.state(inner))

    for _ in range(int(n)):
        y, leaves = step(leaves, x)
    nnx.update(model, jax.tree.unflatten(treedef, leaves))
    return y, model.count[...]
