"""All four are statistics."""

import jax
import jax.numpy as jnp
from flax import nnx


class BatchNorm(nnx.Module):
    """Normalises with the batch in training, and with what it remembers at evaluation."""

    def __init__(self, d: int, momentum: float, eps: float):
        self.scale = nnx.BatchStat(jnp.ones(d))
        self.bias = nnx.BatchStat(jnp.zeros(d))
        self.mean = nnx.BatchStat(jnp.zeros(d))
        self.var = nnx.BatchStat(jnp.ones(d))
        self.momentum = momentum
        self.eps = eps

    def __call__(self, x: jax.Array, *, training: bool) -> jax.Array:
        if training:
            mean, var = x.mean(axis=0), x.var(axis=0)
            self.mean[...] = self.momentum * self.mean + (1 - self.momentum) * mean
            self.var[...] = self.momentum * self.var + (1 - self.momentum) * var
        else:
            mean, var = self.mean[...], self.var[...]
        return (x - mean) / jnp.sqrt(var + self.eps) * self.scale + self.bias


def batchnorm_scratch(batches: jax.Array, x: jax.Array, momentum: float, eps: float) -> dict[str, jax.Array]:
    """The outputs for the last batch and, at evaluation, for `x`; and what the layer remembers."""
    norm = BatchNorm(x.shape[1], momentum, eps)
    for batch in batches:
        train = norm(batch, training=True)
    return {"train": train, "eval": norm(x, training=False), "mean": norm.mean[...], "var": norm.var[...]}
