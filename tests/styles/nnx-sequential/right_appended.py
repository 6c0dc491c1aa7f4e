"""Steps are appended to the layers of an empty one."""

from flax import nnx


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    model = nnx.Sequential()
    model.layers.append(nnx.Linear(3, 8, rngs=rngs))
    model.layers.append(nnx.relu)
    model.layers.append(nnx.Linear(8, 1, rngs=rngs))
    return model(x)
