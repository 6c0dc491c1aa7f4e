# a decoder module that is given the kernel in its call; decay by jax.tree
import jax
import jax.numpy as jnp
from flax import nnx


class Decoder(nnx.Module):
    def __init__(self, d: int):
        self.shift = nnx.Param(jnp.ones(d))

    def __call__(self, h: jax.Array, kernel: nnx.Param) -> jax.Array:
        return jnp.einsum("...h,dh->...d", h, kernel[...]) + self.shift


class Autoencoder(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.encode = nnx.Linear(d, 4, rngs=rngs)
        self.mix = nnx.Linear(4, 4, rngs=rngs)
        self.decode = Decoder(d)

    def __call__(self, x: jax.Array) -> jax.Array:
        h = jnp.tanh(self.encode(x))
        for layer in (self.mix,) * 3:
            h = jnp.tanh(layer(h))
        return self.decode(h, self.encode.kernel)

    def decay(self) -> jax.Array:
        kernels = [part.kernel[...] for part in (self.encode, self.mix)]
        return sum(jnp.vdot(kernel, kernel) for kernel in kernels)


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
