"""jit keeps as much."""

import jax


def block(h: jax.Array, kernel: jax.Array) -> jax.Array:
    z = h @ kernel
    scores = z @ z.mT / z.shape[-1] ** 0.5
    weights = jax.nn.softmax(scores)
    return h + weights @ z


def light_tower(w: jax.Array, x: jax.Array) -> jax.Array:
    quick = jax.jit(block)
    h = x
    for kernel in w:
        h = quick(h, kernel)
    return (h**2).mean()
