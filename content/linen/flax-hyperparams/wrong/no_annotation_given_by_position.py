"""`act` has no type behind its name, so it is an ordinary attribute of the class and not a field: the constructor
that Flax writes has no place for it. A field needs an annotation, and `Callable` is the one for a function."""
# fact: has act = _
# fact: has not act: _ = _
# fact: has not act: _

import jax
import jax.numpy as jnp
from flax import linen as nn


class Block(nn.Module):
    features: int
    act = nn.relu

    @nn.compact
    def __call__(self, x):
        return self.act(nn.Dense(self.features)(x))


def hyperparams(seed, x, features, slope):
    leaky = Block(features, lambda h: nn.leaky_relu(h, slope))
    plain = Block(features)
    variables = plain.init(jax.random.key(seed), x)
    return jnp.stack([leaky.apply(variables, x), plain.apply(variables, x)])
