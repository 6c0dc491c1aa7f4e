# The batches go through jax.lax.scan over the split-off state; statistics are written with nnx.update.
import jax
import jax.numpy as jnp
from flax import nnx


def normalised(x, mean, var, eps):
    return (x - mean) / jnp.sqrt(var + eps)


class BatchNorm(nnx.Module):
    def __init__(self, d, momentum, eps):
        self.scale = nnx.Param(jnp.ones((d,), jnp.float32))
        self.bias = nnx.Param(jnp.zeros((d,), jnp.float32))
        self.mean = nnx.BatchStat(jnp.zeros((d,), jnp.float32))
        self.var = nnx.BatchStat(jnp.ones((d,), jnp.float32))
        self.momentum, self.eps = momentum, eps

    def __call__(self, x, *, training):
        if not training:
            y = normalised(x, self.mean, self.var, self.eps)
            return y * self.scale + self.bias
        seen = {"mean": x.mean(axis=0), "var": x.var(axis=0)}
        old = {"mean": self.mean[...], "var": self.var[...]}
        m = self.momentum
        nnx.update(self, jax.tree.map(lambda o, s: m * o + (1 - m) * s, old, seen))
        return normalised(x, **seen, eps=self.eps) * self.scale + self.bias


def batchnorm_scratch(batches, x, momentum, eps):
    norm = BatchNorm(x.shape[1], momentum, eps)
    graphdef, state = nnx.split(norm)

    def one(state, batch):
        norm = nnx.merge(graphdef, state)
        y = norm(batch, training=True)
        return nnx.state(norm), y

    state, outputs = jax.lax.scan(one, state, batches)
    nnx.update(norm, state)
    return {
        "train": outputs[-1],
        "eval": norm(x, training=False),
        "mean": norm.mean[...],
        "var": norm.var[...],
    }
