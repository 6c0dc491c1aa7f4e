"""Own Params, and no layers."""

import jax
import jax.numpy as jnp
from flax import nnx


class Autoencoder(nnx.Module):
    def __init__(self, d, *, rngs):
        encode, mix = nnx.Linear(d, 4, rngs=rngs), nnx.Linear(4, 4, rngs=rngs)
        self.kernels = nnx.List([nnx.Param(encode.kernel[...]), nnx.Param(mix.kernel[...])])
        self.biases = nnx.List([nnx.Param(encode.bias[...]), nnx.Param(mix.bias[...])])
        self.shift = nnx.Param(jnp.ones(d))

    def __call__(self, x):
        h = jnp.tanh(x @ self.kernels[0] + self.biases[0])
        for _ in range(3):
            h = jnp.tanh(h @ self.kernels[1] + self.biases[1])
        return h @ self.kernels[0].T + self.shift

    def decay(self):
        return jnp.sum(self.kernels[0] ** 2) + jnp.sum(self.kernels[1] ** 2)


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
