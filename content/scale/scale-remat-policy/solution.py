"""The product with a kernel has no batch dimension, those of the attention have one."""

import jax


def block(h: jax.Array, kernel: jax.Array) -> jax.Array:
    z = h @ kernel
    scores = z @ z.mT / z.shape[-1] ** 0.5
    weights = jax.nn.softmax(scores)
    return h + weights @ z


def light_tower(w: jax.Array, x: jax.Array) -> jax.Array:
    policy = jax.checkpoint_policies.dots_with_no_batch_dims_saveable
    light = jax.checkpoint(block, policy=policy)
    h = x
    for kernel in w:
        h = light(h, kernel)
    return (h**2).mean()
