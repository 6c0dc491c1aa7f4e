"""The right class gets `1 - alpha`, and `alpha` is shared among the other classes. In PyTorch and in optax it is
shared among all classes, the right one included."""

# fact: checks

import jax
import jax.numpy as jnp
import optax
from flax import nnx


def label_smoothing(logits: jax.Array, labels: jax.Array, alpha: float) -> jax.Array:
    keep = labels != -100
    logits = jnp.where(keep[:, None], logits, 0.0)
    targets = jnp.where(nnx.one_hot(labels, logits.shape[-1]) > 0, 1 - alpha, alpha / (logits.shape[-1] - 1))
    loss = optax.softmax_cross_entropy(logits, targets)
    return jnp.where(keep, loss, 0.0).sum() / keep.sum()
