"""The numbers are right, but no metric collects them: all examples of a set must be there at once. Where they come
batch by batch, something has to remember sums and counts. Keep the nnx metric."""

# fact: has not nnx.MultiMetric
# fact: has not nnx.metrics.Average

import jax
import jax.numpy as jnp
from flax import nnx


def losses(logits: jax.Array, labels: jax.Array) -> jax.Array:
    log_p = nnx.log_softmax(logits)
    return -log_p[jnp.arange(len(labels)), labels]


def metrics(logits: jax.Array, labels: jax.Array, size: int) -> dict[str, jax.Array]:
    loss = jnp.stack([losses(*one).mean() for one in zip(logits, labels, strict=True)])
    hit = (logits.argmax(-1) == labels).mean(-1)
    return {"loss": loss, "accuracy": hit}
