"""The layer in a module of its own."""

import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, *shape, rngs):
        self.layer = nnx.Linear(*shape, rngs=rngs)

    def __call__(self, x):
        return self.layer(x)


def update_state(seed, x, features):
    net = Net(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    nnx.update(net, {"layer": {"bias": jnp.arange(float(features))}})
    return net(x)
