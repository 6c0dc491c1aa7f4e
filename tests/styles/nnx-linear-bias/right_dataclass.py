"""A dataclass whose Params are made by the caller, in order."""

import dataclasses

import jax
import jax.numpy as jnp
from flax import nnx


@dataclasses.dataclass
class Affine(nnx.Module):
    kernel: nnx.Param
    bias: nnx.Param

    def __call__(self, x):
        return jnp.einsum("ni,io->no", x, self.kernel[...]) + self.bias[...]


def linear_bias(seed, x, features):
    n_in, n_out, rngs = x.shape[1], int(features), nnx.Rngs(int(seed))
    model = Affine(
        kernel=nnx.Param(jax.random.normal(rngs.params(), (n_in, n_out)) / jnp.sqrt(n_in)),
        bias=nnx.Param(jax.random.normal(rngs.params(), (n_out,))),
    )
    return model(x)
