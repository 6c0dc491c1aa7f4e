"""Streaming metrics

`metrics(logits, labels, size)` evaluates a classifier on several
sets of examples, in batches of size rows. The last batch of a
set may have fewer. The symptoms:

- with a different size, the same examples get a different
  report;
- each set but the first is reported as if the sets before it
  were a part of it.

Mend it, so that the report of each set is the mean over its own
examples, each counted once. The scores of a set are still
collected in an nnx metric, batch by batch. The function `losses`
is right.

    logits   float32 array of shape (sets, n, classes)
    labels   int32 array of shape (sets, n): the right classes
    size     int from 1 to n: the rows of a batch
    returns  a dict of two float32 arrays of shape (sets,):
             "loss", the mean loss of each set; "accuracy", the
             share of its examples for which the largest logit
             is that of the right class

The values are compared with the reference's. Besides, it is
checked that an nnx.Metric (such as nnx.MultiMetric) is built.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def losses(logits: jax.Array, labels: jax.Array) -> jax.Array:
    """The loss of each row."""
    log_p = nnx.log_softmax(logits)
    return -log_p[jnp.arange(len(labels)), labels]


def metrics(
    logits: jax.Array,
    labels: jax.Array,
    size: int,
) -> dict[str, jax.Array]:
    scores = nnx.MultiMetric(
        loss=nnx.metrics.Average("loss"),
        accuracy=nnx.metrics.Average("hit"),
    )
    reports = []
    for set_logits, set_labels in zip(logits, labels, strict=True):
        for start in range(0, len(set_labels), size):
            rows = slice(start, start + size)
            loss = losses(set_logits[rows], set_labels[rows])
            hit = set_logits[rows].argmax(-1) == set_labels[rows]
            scores.update(loss=loss.mean(), hit=hit.mean())
        reports.append(scores.compute())
    loss = jnp.stack([report["loss"] for report in reports])
    accuracy = jnp.stack([report["accuracy"] for report in reports])
    return {"loss": loss, "accuracy": accuracy}
