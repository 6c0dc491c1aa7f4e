"""Three different layers are mixed with, where one was applied three times. The model is larger, and computes something else. Hold the layer once, and apply it in a
loop in the call."""

# fact: has nnx.Linear(4, 4, ...)
# fact: has nnx.List([nnx.Linear(4, 4, ...) for _ in _])

import jax
import jax.numpy as jnp
from flax import nnx


class Autoencoder(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.encode = nnx.Linear(d, 4, rngs=rngs)
        self.steps = nnx.List([nnx.Linear(4, 4, rngs=rngs) for _ in range(3)])
        self.shift = nnx.Param(jnp.ones(d))

    def __call__(self, x):
        h = jnp.tanh(self.encode(x))
        for step in self.steps:
            h = jnp.tanh(step(h))
        return h @ self.encode.kernel[...].T + self.shift

    def decay(self):
        return (self.encode.kernel[...] ** 2).sum() + (self.steps[0].kernel[...] ** 2).sum()


def tree_alias(seed: int, x: jax.Array):
    model = Autoencoder(x.shape[1], rngs=nnx.Rngs(seed))
    graphdef, params = nnx.split(model, nnx.Param)

    def loss(params):
        model = nnx.merge(graphdef, params)
        return jnp.mean((model(x) - x) ** 2) + 0.01 * model.decay()

    value, grads = nnx.value_and_grad(loss)(params)
    slopes = jax.tree.map(lambda grad: (grad**2).sum(), grads)
    size = sum(leaf.size for leaf in jax.tree.leaves(params))
    return {"loss": value, "size": size, "slope": sum(jax.tree.leaves(slopes))}
