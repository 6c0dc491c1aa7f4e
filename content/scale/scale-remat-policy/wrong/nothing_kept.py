"""Nothing inside of a block is kept. So its product with the kernel is computed a second time on the way back."""

# fact: checks

import jax


def block(h: jax.Array, kernel: jax.Array) -> jax.Array:
    z = h @ kernel
    scores = z @ z.mT / z.shape[-1] ** 0.5
    weights = jax.nn.softmax(scores)
    return h + weights @ z


def light_tower(w: jax.Array, x: jax.Array) -> jax.Array:
    light = jax.checkpoint(block)
    h = x
    for kernel in w:
        h = light(h, kernel)
    return (h**2).mean()
