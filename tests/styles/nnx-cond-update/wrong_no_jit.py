"""Nothing is compiled, and Python decides."""

import jax.numpy as jnp
from flax import nnx


class Monitor(nnx.Module):
    def __init__(self):
        self.mean = nnx.Variable(jnp.zeros(()))
        self.seen = nnx.Variable(jnp.zeros((), jnp.int32))
        self.rejected = nnx.Variable(jnp.zeros((), jnp.int32))


def cond_update(xs, limit):
    monitor = Monitor()
    for x in xs:
        if jnp.isfinite(x) and (monitor.seen[...] == 0 or jnp.abs(x - monitor.mean[...]) <= limit):
            monitor.seen[...] += 1
            monitor.mean[...] += (x - monitor.mean) / monitor.seen
        else:
            monitor.rejected[...] += 1
    return {"mean": monitor.mean[...], "seen": monitor.seen[...], "rejected": monitor.rejected[...]}
