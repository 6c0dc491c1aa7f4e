"""There is no module at all."""

import jax.numpy as jnp


def layernorm_scratch(x, scale, bias, eps):
    centred = x - x.mean(axis=-1, keepdims=True)
    return scale * centred / jnp.sqrt((centred**2).mean(axis=-1, keepdims=True) + eps) + bias
