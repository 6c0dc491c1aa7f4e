"""Only the softmax is recomputed. The scores that go into it are kept, and all else."""

# fact: has jax.checkpoint(jax.nn.softmax)

import jax


def block(h: jax.Array, kernel: jax.Array) -> jax.Array:
    z = h @ kernel
    scores = z @ z.mT / z.shape[-1] ** 0.5
    weights = jax.checkpoint(jax.nn.softmax)(scores)
    return h + weights @ z


def light_tower(w: jax.Array, x: jax.Array) -> jax.Array:
    h = x
    for kernel in w:
        h = block(h, kernel)
    return (h**2).mean()
