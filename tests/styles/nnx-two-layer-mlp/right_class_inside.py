"""The class stands in the function, the call is spelled out."""

import jax.numpy as jnp
from flax import nnx


def two_layer_mlp(seed, x, hidden, out):
    class Net(nnx.Module):
        def __init__(self, rngs):
            self.hidden = nnx.Linear(x.shape[-1], int(hidden), rngs=rngs)
            self.out = nnx.Linear(int(hidden), int(out), rngs=rngs)

        def forward(self, inputs):
            z = self.hidden(inputs)
            return self.out(jnp.maximum(z, 0.0))

    return Net(nnx.Rngs(int(seed))).forward(x)
