"""A local dict and no module."""

from flax import nnx


def dict_of_heads(seed, x):
    rngs = nnx.Rngs(int(seed))
    heads = {"a": nnx.Linear(3, 1, rngs=rngs), "b": nnx.Linear(3, 2, rngs=rngs)}
    return {name: head(x) for name, head in heads.items()}
