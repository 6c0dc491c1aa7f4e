"""One pass, whose output is not the one that is returned."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def init_with_output(seed, x, features):
    _, variables = nn.Dense(int(features)).init_with_output(jax.random.key(int(seed)), x)
    kernel = variables["params"]["kernel"]
    return {"y": jnp.einsum("ni,io->no", x, kernel), "kernel": kernel}
