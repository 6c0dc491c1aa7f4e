"""Averages that follow PyTorch's

`torch_batchnorm(state, batches, x, momentum)` carries a
trained torch.nn.BatchNorm1d over, trains on, and
evaluates. What it should give is what PyTorch gives. The
symptoms:

- right after loading, the evaluation agrees;
- the outputs in training agree, batch after batch;
- after training the evaluation does not. The averages
  follow the last batch, and even where all batches are
  alike the variances stay too small.

Find and mend both reasons. In the end the outputs in
training, the averages and the evaluation are PyTorch's.

    state     a dict of float32 arrays of shape (d,):
              "weight", "bias", "running_mean" and
              "running_var"
    batches   float32 array of shape (k, n, d): k batches
              of n rows, n is 2 or more
    x         float32 array of shape (m, d); m may be 1
    momentum  float, the momentum of PyTorch's layer
    returns   a dict of float32 arrays: "train", what the
              k training calls give, of shape (k, n, d);
              "eval", what x gives after them, (m, d);
              "mean" and "var", the running statistics
              after them as PyTorch holds them, (d,)

The values are compared with the reference's.

Checked as well: your function works under jax.jit,
traced in its arrays alone.
"""

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
    norm = nnx.BatchNorm(x.shape[1], momentum=momentum, rngs=nnx.Rngs(0))
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
