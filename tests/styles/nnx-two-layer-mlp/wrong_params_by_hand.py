"""Kernels and biases of its own, no nnx.Linear."""

import jax
import jax.numpy as jnp
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, n, hidden, out, *, rngs):
        init = nnx.initializers.lecun_normal()
        self.hidden = nnx.Param(init(rngs.params(), (n, hidden)))
        self.bias = nnx.Param(nnx.initializers.zeros(rngs.params(), (hidden,)))
        self.out = nnx.Param(init(rngs.params(), (hidden, out)))
        self.out_bias = nnx.Param(jnp.zeros(out))

    def __call__(self, x):
        return jax.nn.relu(x @ self.hidden + self.bias) @ self.out + self.out_bias


def two_layer_mlp(seed, x, hidden, out):
    return MLP(x.shape[1], int(hidden), int(out), rngs=nnx.Rngs(int(seed)))(x)
