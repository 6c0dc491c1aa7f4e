"""The Dense is inside a module of the learner's own."""

import jax
import jax.numpy as jnp
from flax import linen as nn


class Model(nn.Module):
    features: int

    @nn.compact
    def __call__(self, x):
        return nn.Dense(self.features)(x)


def param_shapes(seed, x, features):
    params = Model(int(features)).init(jax.random.key(int(seed)), x)["params"]["Dense_0"]
    total = sum(leaf.size for leaf in params.values())
    return jnp.array([*params["kernel"].shape, *params["bias"].shape, total])
