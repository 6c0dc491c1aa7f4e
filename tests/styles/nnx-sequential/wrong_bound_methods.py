"""Bound methods in place of the layers."""

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    first = nnx.Linear(3, 8, rngs=rngs)
    second = nnx.Linear(8, 1, rngs=rngs)
    return nnx.Sequential(first.__call__, nnx.relu, second.__call__)(x)
