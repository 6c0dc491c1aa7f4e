"""A rejected value is counted as seen, too."""

import jax.numpy as jnp
from flax import nnx


class Monitor(nnx.Module):
    def __init__(self):
        self.mean = nnx.Variable(jnp.zeros(()))
        self.seen = nnx.Variable(jnp.zeros((), jnp.int32))
        self.rejected = nnx.Variable(jnp.zeros((), jnp.int32))

    def accept(self, x):
        self.seen[...] += 1
        self.mean[...] += (x - self.mean) / self.seen

    def reject(self, x):
        self.seen[...] += 1
        self.rejected[...] += 1


@nnx.jit
def step(monitor, x, limit):
    good = jnp.isfinite(x) & ((monitor.seen[...] == 0) | (jnp.abs(x - monitor.mean[...]) <= limit))
    nnx.cond(good, Monitor.accept, Monitor.reject, monitor, x)


def cond_update(xs, limit):
    monitor = Monitor()
    for x in xs:
        step(monitor, x, limit)
    return {"mean": monitor.mean[...], "seen": monitor.seen[...], "rejected": monitor.rejected[...]}
