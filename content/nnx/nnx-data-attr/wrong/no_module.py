"""The two sums are computed, and no `nnx.Module` was built. That the numbers agree is no wonder; what this
problem is about is an object whose state they come from. Write the class, build it, and look into its state."""

# fact: checks

import jax.numpy as jnp


def data_attr(a):
    return jnp.stack([a.sum(), (a**2).sum()])
