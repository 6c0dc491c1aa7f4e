"""A scan over the batches, with the state split off."""

import jax
import jax.numpy as jnp
from flax import nnx


def torch_batchnorm(state, batches, x, momentum):
    norm = nnx.BatchNorm(x.shape[1], momentum=1 - momentum, rngs=nnx.Rngs(0))
    norm.scale[...], norm.bias[...] = state["weight"], state["bias"]
    norm.mean[...], norm.var[...] = state["running_mean"], state["running_var"]
    graphdef, params, stats = nnx.split(norm, nnx.Param, ...)
    n = batches.shape[1]

    def step(stats, batch):
        norm = nnx.merge(graphdef, params, stats, copy=True)
        y = norm(batch)
        kept = (1 - momentum) * stats["var"][...]
        norm.var[...] = kept + n / (n - 1) * (norm.var[...] - kept)
        return nnx.state(norm, nnx.BatchStat), y

    stats, train = jax.lax.scan(step, stats, batches)
    norm = nnx.merge(graphdef, params, stats)
    y = norm(x, use_running_average=True)
    return {"train": train, "eval": y, "mean": norm.mean[...], "var": jnp.asarray(norm.var[...])}
