"""Only the attention is in the checkpoint, and takes z."""

import jax


@jax.checkpoint
def attend(z: jax.Array) -> jax.Array:
    weights = jax.nn.softmax(z @ z.mT / z.shape[-1] ** 0.5)
    return weights @ z


def light_tower(w: jax.Array, x: jax.Array) -> jax.Array:
    h = x
    for kernel in w:
        h = h + attend(h @ kernel)
    return (h**2).mean()
