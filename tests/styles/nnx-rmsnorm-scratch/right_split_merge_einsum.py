"""Functional: split, replace the leaf in the state, merge; the power is an einsum, the root a power of -1/2."""

import jax
import jax.numpy as jnp
from flax import nnx


class Norm(nnx.Module):
    def __init__(self, size, eps=1e-5):
        self.scale = nnx.Param(jnp.ones((size,), jnp.float32))
        self.eps = eps

    def __call__(self, x):
        h = jnp.asarray(x, jnp.float32)
        power = jnp.einsum("...d,...d->...", h, h) / h.shape[-1]
        out = jnp.einsum("...d,...,d->...d", h, (power + self.eps) ** -0.5, self.scale[...])
        return out.astype(x.dtype)


def rmsnorm_scratch(x, weight):
    graphdef, state = nnx.split(Norm(weight.shape[0]))
    state = jax.tree.map(lambda old: jnp.broadcast_to(weight, old.shape), state)
    return nnx.merge(graphdef, state)(x)
