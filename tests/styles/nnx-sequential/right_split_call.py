"""Split and called as a pure function under jax.jit."""

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    graphdef, state = nnx.split(nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.relu, nnx.Linear(8, 1, rngs=rngs)))

    @jax.jit
    def forward(state, x):
        return nnx.merge(graphdef, state)(x)

    return forward(state, x)
