# nnx.jit with a static flag, .value, rsqrt, and statistics that are moved by a difference.
from functools import partial

import jax
import jax.numpy as jnp
from flax import nnx


class BatchNorm(nnx.Module):
    def __init__(self, d: int, momentum: float, eps: float):
        for name, kind, number in (
            ("scale", nnx.Param, 1.0),
            ("bias", nnx.Param, 0.0),
            ("mean", nnx.BatchStat, 0.0),
            ("var", nnx.BatchStat, 1.0),
        ):
            setattr(self, name, kind(jnp.full((d,), number)))
        self.step = 1.0 - momentum
        self.eps = eps

    @partial(nnx.jit, static_argnames="training")
    def __call__(self, x: jax.Array, *, training: bool) -> jax.Array:
        mean, var = self.mean.value, self.var.value
        if training:
            seen_mean, seen_var = jnp.mean(x, axis=0), jnp.var(x, axis=0)
            self.mean.value = mean + self.step * (seen_mean - mean)
            self.var.value = var + self.step * (seen_var - var)
            mean, var = seen_mean, seen_var
        factor = self.scale.value * jax.lax.rsqrt(var + self.eps)
        return x * factor + (self.bias.value - mean * factor)


def batchnorm_scratch(batches, x, momentum, eps):
    norm = BatchNorm(x.shape[1], momentum, eps)
    train = [norm(batch, training=True) for batch in batches][-1]
    out = {"train": train, "eval": norm(x, training=False)}
    out.update(mean=norm.mean.value, var=norm.var.value)
    return out
