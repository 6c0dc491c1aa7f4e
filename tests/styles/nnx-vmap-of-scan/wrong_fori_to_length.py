import jax
import jax.numpy as jnp
from flax import nnx


def build(seed: int, d: int, depth: int) -> nnx.Linear:
    keys = jax.random.split(jax.random.key(seed), depth)
    bias_init = nnx.initializers.normal(0.5)
    return nnx.vmap(lambda key: nnx.Linear(d, d, bias_init=bias_init, rngs=nnx.Rngs(key)))(keys)


# fori_loop up to a traced length: right values, but a while loop has no gradient.
def vmap_of_scan(seed, x, lengths, depth):
    layers = build(seed, x.shape[1], depth)
    kernel, bias = layers.kernel[...], layers.bias[...]

    def row(h, length):
        def body(i, h):
            h = jnp.tanh(h @ kernel[i] + bias[i]) + h
            return h / jnp.sqrt(jnp.sum(h**2))

        return jax.lax.fori_loop(0, length, body, h)

    return jax.vmap(row)(x, lengths)
