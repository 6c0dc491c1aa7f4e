"""A layer was built without a bias. A bias starts at zero, so no number shows it, but this layer can never
learn an offset. The default of `nnx.Linear` is to have one; leave it."""

# fact: checks

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), nnx.relu, nnx.Linear(8, 1, use_bias=False, rngs=rngs))
    return model(x)
