"""Graph mode was switched on for the calls that raised. The numbers are right, and the aliases are still there: the next call, or the next library, meets them again. Hold
each Variable in one place."""

# fact: has _(..., graph=True)

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

    def __call__(self, x):
        h = jnp.tanh(self.encode(x))
        for step in self.steps:
            h = jnp.tanh(step(h))
        return h @ self.back[...].T + self.shift

    def decay(self):
        return sum((kernel[...] ** 2).sum() for kernel in self.decayed)


def tree_alias(seed: int, x: jax.Array):
    model = Autoencoder(x.shape[1], rngs=nnx.Rngs(seed))
    graphdef, params = nnx.split(model, nnx.Param, graph=True)

    def loss(params):
        model = nnx.merge(graphdef, params)
        return jnp.mean((model(x) - x) ** 2) + 0.01 * model.decay()

    value, grads = nnx.value_and_grad(loss)(params)
    slopes = jax.tree.map(lambda grad: (grad**2).sum(), grads)
    size = sum(leaf.size for leaf in jax.tree.leaves(params))
    return {"loss": value, "size": size, "slope": sum(jax.tree.leaves(slopes))}
