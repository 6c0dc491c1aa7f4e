"""nnx.metrics.Accuracy takes the logits and the labels."""

import jax
import jax.numpy as jnp
from flax import nnx


def losses(logits: jax.Array, labels: jax.Array) -> jax.Array:
    log_p = nnx.log_softmax(logits)
    return -log_p[jnp.arange(len(labels)), labels]


def metrics(logits, labels, size):
    out = {"loss": [], "accuracy": []}
    for k in range(logits.shape[0]):
        m = nnx.MultiMetric(accuracy=nnx.metrics.Accuracy(), loss=nnx.metrics.Average("loss"))
        for i in range(0, logits.shape[1], size):
            z, t = logits[k, i : i + size], labels[k, i : i + size]
            m.update(logits=z, labels=t, loss=losses(z, t))
        for name, value in m.compute().items():
            out[name].append(value)
    return {name: jnp.array(values) for name, values in out.items()}
