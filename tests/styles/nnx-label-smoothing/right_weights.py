"""A weight for each row, in a dot product."""

import jax
import jax.numpy as jnp
from flax import nnx


def label_smoothing(logits: jax.Array, labels: jax.Array, alpha: float) -> jax.Array:
    keep = (labels != -100)[:, None]
    logits = jnp.where(keep, logits, jnp.zeros_like(logits))
    target = (1 - alpha) * nnx.one_hot(labels, logits.shape[1]) + alpha / logits.shape[1]
    target = jnp.where(keep, target, 0.0)
    return -jnp.vdot(target, nnx.log_softmax(logits)) / jnp.count_nonzero(keep)
