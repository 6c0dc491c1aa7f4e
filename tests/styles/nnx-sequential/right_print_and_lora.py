"""Linears of one's own class, looked at before."""

from flax import nnx


class Dense(nnx.Linear):
    pass


def sequential(seed, x):
    rngs = nnx.Rngs(params=int(seed))
    model = nnx.Sequential(Dense(3, 8, rngs=rngs), nnx.relu, Dense(8, 1, rngs=rngs))
    print(model)
    return nnx.clone(model)(x)
