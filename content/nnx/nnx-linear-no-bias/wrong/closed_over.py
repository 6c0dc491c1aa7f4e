"""None of the modules that were built has an attribute `kernel`. The numbers are right, but Flax finds weights
only where a module holds them: such a model has nothing to train, to save or to print. Create the kernel in
the constructor and keep it as an attribute of `self`."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def linear_no_bias(seed, x, features):
    rngs = nnx.Rngs(seed)
    kernel = nnx.Param(jax.random.normal(rngs.params(), (x.shape[0], features)) / jnp.sqrt(x.shape[0]))

    class LinearNoBias(nnx.Module):
        def __call__(self, x):
            return x @ kernel

    return LinearNoBias()(x)
