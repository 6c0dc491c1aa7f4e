"""BatchNorm by hand

Write the module `BatchNorm`, for d channels.

    scale, bias  nnx.Params: ones and zeros
    mean, var    nnx.BatchStats: zeros and ones; all four
                 float32 of shape (d,)
    training     normalises a batch of shape (n, d) with
                 the mean and the variance of that batch,
                 over its rows, and moves mean and var
                 towards them: `momentum` of the old is
                 kept. The variance divides by n.
    evaluation   normalises with mean and var, and
                 changes nothing
    normalised   is (x - mean) / sqrt(var + eps). The
                 output is that times scale, plus bias.

`batchnorm_scratch(batches, x, momentum, eps)` builds one
module, calls it in training on batches[0], batches[1]
and so on, then at evaluation on x.

    batches   float32 array of shape (k, n, d)
    x         float32 array of shape (m, d); m may be 1
    momentum  float
    eps       float
    returns   a dict of float32 arrays: "train", the
              output for the last batch; "eval", that for
              x; "mean" and "var", what the module holds
              at the end

The values are compared with the reference's. Besides, it
is checked that the attributes have these types at the
end, and that the two statistics hold what you return;
that the output depends on all four; and that no
normalising layer of Flax does the work.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class BatchNorm(nnx.Module):
    def __init__(self, d: int, momentum: float, eps: float):
        raise NotImplementedError("make the four Variables")

    def __call__(
        self,
        x: jax.Array,
        *,
        training: bool,
    ) -> jax.Array:
        raise NotImplementedError("normalise x")


def batchnorm_scratch(
    batches: jax.Array,
    x: jax.Array,
    momentum: float,
    eps: float,
) -> dict[str, jax.Array]:
    norm = BatchNorm(x.shape[1], momentum, eps)
    for batch in batches:
        train = norm(batch, training=True)
    return {
        "train": train,
        "eval": norm(x, training=False),
        "mean": norm.mean[...],
        "var": norm.var[...],
    }
