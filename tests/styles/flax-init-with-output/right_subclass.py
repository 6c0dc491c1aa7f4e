"""A Dense of one's own, and its method by name."""

import jax
from flax import linen as nn


class Layer(nn.Dense):
    def both(self, x):
        return self(x)


def init_with_output(seed, x, features):
    layer = Layer(int(features))
    y, variables = layer.init_with_output(jax.random.key(int(seed)), x, method="both")
    return {"y": y, "kernel": variables["params"]["kernel"]}
