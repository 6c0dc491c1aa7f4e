"""The branch is right, and `step` is no longer compiled: `nnx.jit` does not stand over it, so each value goes through its lines one
by one. `nnx.cond` is there so that it can stay. Put `@nnx.jit` back."""

# fact: has not @nnx.jit

import jax
import jax.numpy as jnp
from flax import nnx


class Monitor(nnx.Module):
    def __init__(self):
        self.mean = nnx.Variable(jnp.zeros(()))
        self.seen = nnx.Variable(jnp.zeros((), jnp.int32))
        self.rejected = nnx.Variable(jnp.zeros((), jnp.int32))

    def accept(self, x: jax.Array) -> None:
        self.seen[...] += 1
        self.mean[...] += (x - self.mean) / self.seen

    def reject(self, x: jax.Array) -> None:
        self.rejected[...] += 1


def step(monitor: Monitor, x: jax.Array, limit: float) -> None:
    near = jnp.abs(x - monitor.mean[...]) <= limit
    good = jnp.isfinite(x) & (near | (monitor.seen[...] == 0))
    nnx.cond(good, Monitor.accept, Monitor.reject, monitor, x)


def cond_update(xs: jax.Array, limit: float) -> dict[str, jax.Array]:
    """What the monitor holds after all values."""
    monitor = Monitor()
    for x in xs:
        step(monitor, x, limit)
    return {"mean": monitor.mean[...], "seen": monitor.seen[...], "rejected": monitor.rejected[...]}
