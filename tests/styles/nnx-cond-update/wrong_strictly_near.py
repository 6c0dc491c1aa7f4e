"""< in place of <=: a value at exactly the limit is rejected."""

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


@nnx.jit
def step(monitor: Monitor, x: jax.Array, limit: float) -> None:
    near = abs(x - monitor.mean[...]) < limit
    good = jnp.isfinite(x) & ((monitor.seen[...] == 0) | near)
    nnx.cond(good, Monitor.accept, Monitor.reject, monitor, x)


def cond_update(xs: jax.Array, limit: float) -> dict[str, jax.Array]:
    monitor = Monitor()
    for x in xs:
        step(monitor, x, limit)
    return {"mean": monitor.mean[...], "seen": monitor.seen[...], "rejected": monitor.rejected[...]}
