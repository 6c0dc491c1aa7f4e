"""Your output does not come out of a call of the Sequential: it is computed beside it. Return what the call
gives."""

# fact: checks

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.relu, nnx.Linear(8, 1, rngs=rngs))
    model(x)
    first, second = model.layers[0], model.layers[2]
    return second(nnx.relu(first(x)))
