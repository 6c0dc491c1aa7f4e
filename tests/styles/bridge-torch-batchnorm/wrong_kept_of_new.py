"""The kept part is taken after the call."""

import jax
import jax.numpy as jnp
from flax import nnx


@nnx.jit
def observe(norm, batch):
    n = batch.shape[0]
    y = norm(batch, use_running_average=False)
    kept = norm.momentum * norm.var[...]
    norm.var[...] = kept + (norm.var[...] - kept) * n / (n - 1)
    return y


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
