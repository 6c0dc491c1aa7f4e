"""The blocks ran only in `init`, and your output was made beside them. Let each block make its own result: return what
`apply` of the two blocks gives."""
# fact: checks

from collections.abc import Callable

import jax
import jax.numpy as jnp
from flax import linen as nn


class Block(nn.Module):
    features: int
    act: Callable = nn.relu

    @nn.compact
    def __call__(self, x):
        return self.act(nn.Dense(self.features)(x))


def hyperparams(seed, x, features, slope):
    leaky = Block(features, act=lambda h: nn.leaky_relu(h, slope))
    plain = Block(features)
    leaky.init(jax.random.key(seed), x)
    variables = plain.init(jax.random.key(seed), x)
    h = nn.Dense(features).apply({"params": variables["params"]["Dense_0"]}, x)
    return jnp.stack([nn.leaky_relu(h, slope), nn.relu(h)])
