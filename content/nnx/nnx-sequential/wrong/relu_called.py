"""`nnx.relu()` calls the function while the chain is being built, and there is no array yet to call it on. A
layer is built by a call; a function is handed over as it is, without parentheses."""

# fact: has nnx.relu()

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.relu(), nnx.Linear(8, 1, rngs=rngs))
    return model(x)
