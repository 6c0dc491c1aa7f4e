"""The Sequential does not contain the two layers, but functions that call them. It gives the right numbers, and
its state is empty: none of the parameters is the model's, so nothing of it would be trained or saved. Give
it the layers themselves. They can be called as they are."""

# fact: has lambda
# fact: checks

import jax
from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(seed)
    first = nnx.Linear(3, 8, rngs=rngs)
    second = nnx.Linear(8, 1, rngs=rngs)
    model = nnx.Sequential(lambda x: first(x), nnx.relu, lambda x: second(x))
    return model(x)
