"""jax.lax.cond of bare arrays; what it returns is written back."""

import jax
import jax.numpy as jnp
from flax import nnx


class Monitor(nnx.Module):
    def __init__(self):
        self.mean = nnx.Variable(jnp.zeros(()))
        self.seen = nnx.Variable(jnp.zeros((), jnp.int32))
        self.rejected = nnx.Variable(jnp.zeros((), jnp.int32))


def accept(mean, seen, rejected, x):
    seen = seen + 1
    return mean + (x - mean) / seen, seen, rejected


def reject(mean, seen, rejected, x):
    return mean, seen, rejected + 1


@nnx.jit
def step(monitor, x, limit):
    held = monitor.mean[...], monitor.seen[...], monitor.rejected[...]
    good = jnp.isfinite(x) & ((held[1] == 0) | (jnp.abs(x - held[0]) <= limit))
    new = jax.lax.cond(good, accept, reject, *held, x)
    monitor.mean[...], monitor.seen[...], monitor.rejected[...] = new


def cond_update(xs, limit):
    monitor = Monitor()
    for x in xs:
        step(monitor, x, limit)
    return {"mean": monitor.mean[...], "seen": monitor.seen[...], "rejected": monitor.rejected[...]}
