"""Asserts and prints what its params hold before it is called."""

import numpy as np
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, din, hidden, out, *, rngs):
        self.hidden = nnx.Linear(din, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        return self.out(nnx.relu(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], int(hidden), int(out), rngs=nnx.Rngs(int(seed)))
    assert model.out.kernel.shape == (int(hidden), int(out))
    print(float(np.asarray(model.hidden.kernel[...]).std()), float(model.out.kernel[...].std()))
    return model(x)
