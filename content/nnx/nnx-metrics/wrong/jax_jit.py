"""`update` runs in a function that `jax.jit` compiles, so it fills a copy of the metric, and the copy is dropped.
The metric itself stays empty, and its average is NaN. Use `nnx.jit`."""

# fact: has jax.jit

import jax
import jax.numpy as jnp
from flax import nnx


def losses(logits: jax.Array, labels: jax.Array) -> jax.Array:
    log_p = nnx.log_softmax(logits)
    return -log_p[jnp.arange(len(labels)), labels]


@jax.jit
def record(scores, logits, labels):
    scores.update(loss=losses(logits, labels), hit=logits.argmax(-1) == labels)


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
            record(scores, set_logits[rows], set_labels[rows])
        reports.append(scores.compute())
    loss = jnp.stack([report["loss"] for report in reports])
    accuracy = jnp.stack([report["accuracy"] for report in reports])
    return {"loss": loss, "accuracy": accuracy}
