"""Everything is held once; what is used more than once is used in the call."""

import jax
import jax.numpy as jnp
from flax import nnx


class Autoencoder(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.encode = nnx.Linear(d, 4, rngs=rngs)
        self.mix = nnx.Linear(4, 4, rngs=rngs)
        self.shift = nnx.Param(jnp.ones(d))

    def __call__(self, x: jax.Array) -> jax.Array:
        h = jnp.tanh(self.encode(x))
        for _ in range(3):
            h = jnp.tanh(self.mix(h))
        return h @ self.encode.kernel[...].T + self.shift

    def decay(self) -> jax.Array:
        kernels = [self.encode.kernel, self.mix.kernel]
        return sum((kernel[...] ** 2).sum() for kernel in kernels)


def tree_alias(seed: int, x: jax.Array) -> dict[str, jax.Array | int]:
    """The loss, the size of the model, and the squared length of its gradient."""
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
