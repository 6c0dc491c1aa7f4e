"""The means are right, and the variances a little too small: what goes into them is divided by n. PyTorch divides it by n - 1, as
far as the running variance is concerned."""

# fact: has nnx.BatchNorm(..., momentum=1 - momentum)
# fact: has not _ - kept

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

    return {
        "train": jnp.stack(train),
        "eval": norm(x, use_running_average=True),
        "mean": norm.mean[...],
        "var": norm.var[...],
    }
