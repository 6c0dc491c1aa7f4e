"""nanmean over rows whose label index is out of range."""

import jax
import jax.numpy as jnp
from flax import nnx


def label_smoothing(logits: jax.Array, labels: jax.Array, alpha: float) -> jax.Array:
    log_p = nnx.log_softmax(logits)
    index = labels[:, None]
    hard = -jnp.take_along_axis(log_p, index, axis=-1)[:, 0]
    spread = -log_p.mean(-1)
    loss = (1 - alpha) * hard + alpha * spread
    return jnp.nanmean(loss)
