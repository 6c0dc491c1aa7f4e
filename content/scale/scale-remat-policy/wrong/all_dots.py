"""The policy keeps every product. The attention scores are a product, too, and as large as `(b, t, t)`."""

# fact: has jax.checkpoint_policies.dots_saveable

import jax


def block(h: jax.Array, kernel: jax.Array) -> jax.Array:
    z = h @ kernel
    scores = z @ z.mT / z.shape[-1] ** 0.5
    weights = jax.nn.softmax(scores)
    return h + weights @ z


def light_tower(w: jax.Array, x: jax.Array) -> jax.Array:
    light = jax.checkpoint(block, policy=jax.checkpoint_policies.dots_saveable)
    h = x
    for kernel in w:
        h = light(h, kernel)
    return (h**2).mean()
