"""This computes what the layer would give, and no module has a kernel.

With a constant kernel and a zero bias every output is the value times the sum of x, so the formula is right
by accident of the numbers. The task is about a real nnx.Linear whose kernel is exchanged: build it, operate
on it, and let it compute the answer."""

# fact: checks

import jax.numpy as jnp


def replace_kernel(seed, x, features, replacement_value):
    return jnp.full((features,), replacement_value) * x.sum()
