"""The product has a name, and no policy asks for that name. It is computed twice."""

# fact: has checkpoint_name(...)
# fact: has not jax.checkpoint_policies.save_only_these_names(...)

import jax
from jax.ad_checkpoint import checkpoint_name


def block(h: jax.Array, kernel: jax.Array) -> jax.Array:
    z = checkpoint_name(h @ kernel, "z")
    scores = z @ z.mT / z.shape[-1] ** 0.5
    weights = jax.nn.softmax(scores)
    return h + weights @ z


def light_tower(w: jax.Array, x: jax.Array) -> jax.Array:
    light = jax.checkpoint(block)
    h = x
    for kernel in w:
        h = light(h, kernel)
    return (h**2).mean()
