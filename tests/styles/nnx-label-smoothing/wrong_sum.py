"""A sum in place of a mean."""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


def label_smoothing(logits: jax.Array, labels: jax.Array, alpha: float) -> jax.Array:
    keep = labels != -100
    logits = jnp.where(keep[:, None], logits, 0.0)
    targets = optax.smooth_labels(nnx.one_hot(labels, logits.shape[-1]), alpha)
    loss = optax.softmax_cross_entropy(logits, targets)
    return jnp.where(keep, loss, 0.0).sum()
