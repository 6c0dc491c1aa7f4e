"""Split, merged under jax.jit, called there."""

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.relu, nnx.Linear(8, 1, rngs=rngs))
    graphdef, state = nnx.split(model)

    @jax.jit
    def forward(state, x):
        return nnx.merge(graphdef, state)(x)

    return forward(state, x)
