"""The Dense ran once, in `init`, and `y` was computed beside it.

So its own output was thrown away, and the work was done twice after all. Ask for the output of that very pass.
"""
# fact: checks

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    params = nn.Dense(features).init(jax.random.key(seed), x)["params"]
    return {"y": x @ params["kernel"] + params["bias"], "kernel": params["kernel"]}
