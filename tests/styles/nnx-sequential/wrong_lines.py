"""Three lines without any container."""

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    h = nnx.relu(nnx.Linear(3, 8, rngs=rngs)(x))
    return nnx.Linear(8, 1, rngs=rngs)(h)
