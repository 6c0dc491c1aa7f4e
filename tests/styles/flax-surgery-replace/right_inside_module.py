"""The Dense is inside a module of the learner's own."""

import jax
import jax.numpy as jnp
from flax import linen as nn


class Model(nn.Module):
    features: int

    @nn.compact
    def __call__(self, x):
        return nn.Dense(self.features)(x)


def surgery_replace(seed, x, features, replacement_value):
    model = Model(int(features))
    params = model.init(jax.random.key(int(seed)), x)["params"]
    dense = params["Dense_0"]
    patched = {**params, "Dense_0": {**dense, "kernel": jnp.full_like(dense["kernel"], replacement_value)}}
    return model.apply({"params": patched}, x)
