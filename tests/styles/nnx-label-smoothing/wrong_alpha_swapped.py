"""alpha and 1 - alpha change places."""

import jax
import jax.numpy as jnp
from flax import nnx


def label_smoothing(logits: jax.Array, labels: jax.Array, alpha: float) -> jax.Array:
    keep = labels != -100
    logits = jnp.where(keep[:, None], logits, 0.0)
    log_p = nnx.log_softmax(logits)
    index = jnp.maximum(labels, 0)[:, None]
    hard = -jnp.take_along_axis(log_p, index, axis=-1)[:, 0]
    spread = -log_p.mean(-1)
    loss = alpha * hard + (1 - alpha) * spread
    return jnp.where(keep, loss, 0.0).sum() / keep.sum()
