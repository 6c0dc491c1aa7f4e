"""The mean of the squares less the square of the mean, under jit, with split and merge."""

import jax.numpy as jnp
from flax import nnx


class Norm(nnx.Module):
    def __init__(self, d, eps):
        self.bias = nnx.Param(jnp.zeros((d,)))
        self.scale = nnx.Param(jnp.ones((d,)))
        self.eps = float(eps)

    def __call__(self, x):
        mean = x.mean(-1, keepdims=True)
        var = (x * x).mean(-1, keepdims=True) - mean**2
        return (x - mean) / (var + self.eps) ** 0.5 * self.scale + self.bias


@nnx.jit
def call(norm, x):
    return norm(x)


def layernorm_scratch(x, scale, bias, eps):
    graphdef, state = nnx.split(Norm(x.shape[-1], eps))
    state["scale"][...] = scale
    state["bias"][...] = bias
    return call(nnx.merge(graphdef, state), x)
