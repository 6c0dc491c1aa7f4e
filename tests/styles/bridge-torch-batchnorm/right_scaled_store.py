"""The layer holds the variance times (n - 1) / n while it trains."""

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
    norm = nnx.BatchNorm(x.shape[1], momentum=1.0 - momentum, rngs=nnx.Rngs(0))
    norm.scale[...] = state["weight"]
    norm.bias[...] = state["bias"]
    norm.mean[...] = state["running_mean"]
    norm.var[...] = state["running_var"]
    n = batches.shape[1]
    norm.var[...] = norm.var[...] * (n - 1) / n
    train = [observe(norm, batch) for batch in batches]

    norm.var[...] *= n / (n - 1)
    norm.eval()
    return {"train": jnp.stack(train), "eval": norm(x), "mean": norm.mean[...], "var": norm.var[...]}
