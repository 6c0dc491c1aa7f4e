"""The rest is copied entry by entry, with NumPy numbers."""

import jax
import numpy as np
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    patched = {"kernel": np.full(params["kernel"].shape, replacement_value, np.float32)}
    for name, leaf in params.items():
        patched.setdefault(name, leaf)
    return model.apply({"params": patched}, x)
