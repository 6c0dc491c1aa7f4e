# Subtle: the averages move at evaluation, too, after the output was computed. (mean and var are returned afterwards.)
import jax.numpy as jnp
from flax import nnx


class BatchNorm(nnx.Module):
    def __init__(self, d, momentum, eps):
        self.scale = nnx.Param(jnp.ones(d))
        self.bias = nnx.Param(jnp.zeros(d))
        self.mean = nnx.BatchStat(jnp.zeros(d))
        self.var = nnx.BatchStat(jnp.ones(d))
        self.momentum = momentum
        self.eps = eps

    def __call__(self, x, *, training):
        mean = x.mean(0) if training else self.mean[...]
        var = x.var(0) if training else self.var[...]
        y = (x - mean) / jnp.sqrt(var + self.eps) * self.scale + self.bias
        m = self.momentum
        self.mean[...] = m * self.mean + (1 - m) * x.mean(0)
        self.var[...] = m * self.var + (1 - m) * x.var(0)
        return y


def batchnorm_scratch(batches, x, momentum, eps):
    norm = BatchNorm(x.shape[1], momentum, eps)
    for batch in batches:
        train = norm(batch, training=True)
    out = {"train": train, "mean": norm.mean[...], "var": norm.var[...]}
    out["eval"] = norm(x, training=False)
    return out
