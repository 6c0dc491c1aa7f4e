"""Whole rows of log-probabilities are averaged."""

import jax
import jax.numpy as jnp
from flax import nnx


def losses(logits: jax.Array, labels: jax.Array) -> jax.Array:
    log_p = nnx.log_softmax(logits)
    return -log_p


def metrics(logits: jax.Array, labels: jax.Array, size: int) -> dict[str, jax.Array]:
    scores = nnx.MultiMetric(
        loss=nnx.metrics.Average("loss"),
        accuracy=nnx.metrics.Average("hit"),
    )
    reports = []
    for set_logits, set_labels in zip(logits, labels, strict=True):
        scores.reset()
        for start in range(0, len(set_labels), size):
            rows = slice(start, start + size)
            loss = losses(set_logits[rows], set_labels[rows])
            hit = set_logits[rows].argmax(-1) == set_labels[rows]
            scores.update(loss=loss, hit=hit)
        reports.append(scores.compute())
    loss = jnp.stack([report["loss"] for report in reports])
    accuracy = jnp.stack([report["accuracy"] for report in reports])
    return {"loss": loss, "accuracy": accuracy}
