"""A policy of one's own."""

from typing import Any

import jax


def block(h: jax.Array, kernel: jax.Array) -> jax.Array:
    z = h @ kernel
    scores = z @ z.mT / z.shape[-1] ** 0.5
    weights = jax.nn.softmax(scores)
    return h + weights @ z


def keep(primitive: Any, *_: Any, **params: Any) -> bool:
    if primitive.name != "dot_general":
        return False
    return params["dimension_numbers"][1] == ((), ())


def light_tower(w: jax.Array, x: jax.Array) -> jax.Array:
    light = jax.checkpoint(block, policy=keep)
    h = x
    for kernel in w:
        h = light(h, kernel)
    return (h**2).mean()
