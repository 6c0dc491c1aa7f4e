"""The second part is a sum of `-log_p` over the classes, and should be its mean: each class gets `alpha / K` of
the target, not `alpha`."""

# fact: has _.sum(-1)

import jax
import jax.numpy as jnp
from flax import nnx


def label_smoothing(logits: jax.Array, labels: jax.Array, alpha: float) -> jax.Array:
    keep = labels != -100
    logits = jnp.where(keep[:, None], logits, 0.0)
    log_p = nnx.log_softmax(logits)
    index = jnp.maximum(labels, 0)[:, None]
    hard = -jnp.take_along_axis(log_p, index, axis=-1)[:, 0]
    spread = -log_p.sum(-1)
    loss = (1 - alpha) * hard + alpha * spread
    return jnp.where(keep, loss, 0.0).sum() / keep.sum()
