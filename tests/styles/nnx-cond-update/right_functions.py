"""The branches are functions of the module, the condition a method."""

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

    def good(self, x, limit):
        first = self.seen == 0
        return jnp.logical_and(jnp.isfinite(x), jnp.logical_or(first, jnp.abs(x - self.mean) <= limit))


def reject(monitor, x):
    monitor.rejected[...] = monitor.rejected[...] + 1


@nnx.jit
def step(monitor, x, limit):
    nnx.cond(monitor.good(x, limit), lambda m, x: m.accept(x), reject, monitor, x)


def cond_update(xs, limit):
    monitor = Monitor()
    for x in xs:
        step(monitor, x, limit)
    return {"mean": monitor.mean[...], "seen": monitor.seen[...], "rejected": monitor.rejected[...]}
