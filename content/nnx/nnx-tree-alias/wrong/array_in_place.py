"""The attribute holds an array now, the numbers of the kernel at the time of building. It is no Param: the gradient by way of the decoder is missing, and the decoder
would not follow when the kernel is trained. Read the kernel in the call."""

# fact: has self.back = self.encode.kernel[...]

import jax
import jax.numpy as jnp
from flax import nnx


class Autoencoder(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.encode = nnx.Linear(d, 4, rngs=rngs)
        self.mix = nnx.Linear(4, 4, rngs=rngs)
        self.back = self.encode.kernel[...]
        self.shift = nnx.Param(jnp.ones(d))

    def __call__(self, x):
        h = jnp.tanh(self.encode(x))
        for _ in range(3):
            h = jnp.tanh(self.mix(h))
        return h @ self.back.T + self.shift

    def decay(self):
        return (self.encode.kernel[...] ** 2).sum() + (self.mix.kernel[...] ** 2).sum()


def tree_alias(seed: int, x: jax.Array):
    model = Autoencoder(x.shape[1], rngs=nnx.Rngs(seed))
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def loss(params):
        model = nnx.merge(graphdef, params, rest)
        return jnp.mean((model(x) - x) ** 2) + 0.01 * model.decay()

    value, grads = nnx.value_and_grad(loss)(params)
    slopes = jax.tree.map(lambda grad: (grad**2).sum(), grads)
    size = sum(leaf.size for leaf in jax.tree.leaves(params))
    return {"loss": value, "size": size, "slope": sum(jax.tree.leaves(slopes))}
