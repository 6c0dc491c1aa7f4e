"""A subclass of nnx.Linear."""

import jax
import jax.numpy as jnp
from flax import nnx


class WeightNorm(nnx.Linear):
    def __init__(self, d_in, features, *, rngs):
        super().__init__(d_in, features, rngs=rngs)
        self.scale = nnx.Param(jnp.linalg.norm(self.kernel[...], axis=0))

    def __call__(self, x):
        kernel = self.kernel * (self.scale / jnp.linalg.norm(self.kernel[...], axis=0))
        return x @ kernel + self.bias


def weight_norm(seed, x, y, lr):
    model = WeightNorm(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    graphdef, params = nnx.split(model)

    def run(params):
        return nnx.merge(graphdef, params)(x)

    grads = jax.grad(lambda params: jnp.mean((run(params) - y) ** 2))(params)
    return {"before": run(params), "after": run(jax.tree.map(lambda p, g: p - lr * g, params, grads))}
