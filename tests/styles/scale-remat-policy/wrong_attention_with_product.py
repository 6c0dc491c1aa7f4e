"""The checkpoint begins before the product."""

import jax


@jax.checkpoint
def attend(h: jax.Array, kernel: jax.Array) -> jax.Array:
    z = h @ kernel
    weights = jax.nn.softmax(z @ z.mT / z.shape[-1] ** 0.5)
    return weights @ z


def light_tower(w: jax.Array, x: jax.Array) -> jax.Array:
    h = x
    for kernel in w:
        h = h + attend(h, kernel)
    return (h**2).mean()
