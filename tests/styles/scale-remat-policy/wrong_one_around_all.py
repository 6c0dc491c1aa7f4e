"""One checkpoint around all, without a policy."""

import jax


def block(h: jax.Array, kernel: jax.Array) -> jax.Array:
    z = h @ kernel
    scores = z @ z.mT / z.shape[-1] ** 0.5
    weights = jax.nn.softmax(scores)
    return h + weights @ z


def light_tower(w: jax.Array, x: jax.Array) -> jax.Array:
    def tower(w: jax.Array, h: jax.Array) -> jax.Array:
        for kernel in w:
            h = block(h, kernel)
        return h

    h = jax.checkpoint(tower)(w, x)
    return (h**2).mean()
