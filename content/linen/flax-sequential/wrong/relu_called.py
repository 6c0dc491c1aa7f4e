"""`nn.relu()` calls the function, here and now, and there is nothing yet to call it on. The list wants the
function itself, by its name alone; the Sequential calls it when the data is there."""
# fact: has nn.relu()

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(hidden), nn.relu(), nn.Dense(features)])
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
