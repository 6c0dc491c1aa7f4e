"""Two branches, one in the other; the limit goes in as well."""

import jax.numpy as jnp
from flax import nnx


class Monitor(nnx.Module):
    def __init__(self):
        self.mean = nnx.Variable(jnp.zeros(()))
        self.seen = nnx.Variable(jnp.zeros((), jnp.int32))
        self.rejected = nnx.Variable(jnp.zeros((), jnp.int32))


def accept(m, x, limit):
    m.seen[...] += 1
    m.mean[...] += (x - m.mean) / m.seen


def reject(m, x, limit):
    m.rejected[...] += 1


def compare(m, x, limit):
    nnx.cond(jnp.abs(x - m.mean[...]) <= limit, accept, reject, m, x, limit)


@nnx.jit
def step(m, x, limit):
    fresh = jnp.isfinite(x) & (m.seen[...] == 0)
    nnx.cond(fresh, accept, compare, m, x, limit)


def cond_update(xs, limit):
    monitor = Monitor()
    for x in xs:
        step(monitor, x, limit)
    return {"mean": monitor.mean[...], "seen": monitor.seen[...], "rejected": monitor.rejected[...]}
