"""The steps are clones of the layer."""

import jax
import jax.numpy as jnp
from flax import nnx


class Autoencoder(nnx.Module):
    def __init__(self, d, *, rngs):
        self.encode = nnx.Linear(d, 4, rngs=rngs)
        self.mix = nnx.Linear(4, 4, rngs=rngs)
        self.steps = nnx.List([nnx.clone(self.mix) for _ in range(2)])
        self.shift = nnx.Param(jnp.ones(d))

    def __call__(self, x):
        h = jnp.tanh(self.mix(jnp.tanh(self.encode(x))))
        for step in self.steps:
            h = jnp.tanh(step(h))
        return h @ self.encode.kernel[...].T + self.shift

    def decay(self):
        return (self.encode.kernel[...] ** 2).sum() + (self.mix.kernel[...] ** 2).sum()


def tree_alias(seed, x):
    model = Autoencoder(x.shape[1], rngs=nnx.Rngs(seed))
    graphdef, params = nnx.split(model, nnx.Param)

    def loss(params):
        model = nnx.merge(graphdef, params)
        return jnp.mean((model(x) - x) ** 2) + 0.01 * model.decay()

    value, grads = nnx.value_and_grad(loss)(params)
    slopes = jax.tree.map(lambda grad: (grad**2).sum(), grads)
    size = sum(leaf.size for leaf in jax.tree.leaves(params))
    return {"loss": value, "size": size, "slope": sum(jax.tree.leaves(slopes))}
