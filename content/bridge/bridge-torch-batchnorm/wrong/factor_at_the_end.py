"""The factor is applied once, at the end, and to the whole variance. A part of that came from PyTorch, and had it already. Only
what your batches added needs it."""

# fact: has norm.var[...] * (n / (n - 1))

import jax
import jax.numpy as jnp
from flax import nnx


@nnx.jit
def observe(norm: nnx.BatchNorm, batch: jax.Array) -> jax.Array:
    return norm(batch, use_running_average=False)


def torch_batchnorm(
    state: dict[str, jax.Array],
    batches: jax.Array,
    x: jax.Array,
    momentum: float,
) -> dict[str, jax.Array]:
    norm = nnx.BatchNorm(x.shape[1], momentum=1 - momentum, rngs=nnx.Rngs(0))
    norm.scale[...] = state["weight"]
    norm.bias[...] = state["bias"]
    norm.mean[...] = state["running_mean"]
    norm.var[...] = state["running_var"]
    train = [observe(norm, batch) for batch in batches]

    n = batches.shape[1]
    norm.var[...] = norm.var[...] * (n / (n - 1))
    return {
        "train": jnp.stack(train),
        "eval": norm(x, use_running_average=True),
        "mean": norm.mean[...],
        "var": norm.var[...],
    }
