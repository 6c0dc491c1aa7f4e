"""An nnx.Module without a class of its own; the forward pass is a function."""

import jax
import jax.numpy as jnp
from flax import nnx


def forward(model, x):
    return jnp.einsum("i,io->o", x, model.kernel[...]) + model.bias[...]


def multi_param_forward(seed, x, features):
    model = nnx.Module()
    model.count = nnx.Variable(jnp.zeros(()))
    model.bias = nnx.Param(jnp.zeros(int(features)))
    key = nnx.Rngs(params=int(seed)).params()
    model.kernel = nnx.Param(jax.random.normal(key, (x.shape[0], int(features))) / jnp.sqrt(x.shape[0]))
    return forward(model, x)
