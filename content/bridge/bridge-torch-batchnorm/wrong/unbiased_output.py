"""The outputs in training are normalised with the variance that is divided by n - 1, and they were right before. PyTorch has both:
it normalises with n, and puts n - 1 into the running variance."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


@nnx.jit
def observe(norm: nnx.BatchNorm, batch: jax.Array) -> jax.Array:
    mean, var = batch.mean(axis=0), batch.var(axis=0, ddof=1)
    norm.mean[...] = norm.momentum * norm.mean[...] + (1 - norm.momentum) * mean
    norm.var[...] = norm.momentum * norm.var[...] + (1 - norm.momentum) * var
    return (batch - mean) / jnp.sqrt(var + norm.epsilon) * norm.scale[...] + norm.bias[...]


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

    return {
        "train": jnp.stack(train),
        "eval": norm(x, use_running_average=True),
        "mean": norm.mean[...],
        "var": norm.var[...],
    }
