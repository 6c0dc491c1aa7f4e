"""What stands between the two Dense of your Sequential is no relu; the relu is applied in the function, between two Dense
that take over the params. So the Sequential only draws the params, and alone it computes something else than your
function. Put the relu into it, and return what `apply` gives."""

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    first, second = nn.Dense(int(hidden)), nn.Dense(int(features))
    model = nn.Sequential([first, lambda h: h, second])
    params = model.init(jax.random.key(int(seed)), x)["params"]
    h = nn.relu(first.apply({"params": params["layers_0"]}, x))
    return second.apply({"params": params["layers_2"]}, h)
