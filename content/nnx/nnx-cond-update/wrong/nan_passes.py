"""A value is rejected when it is further away than `limit`. A NaN is not: each comparison with it is False, so it is accepted, and the
mean is NaN from there on. Ask for what is good: finite, and near."""

# fact: has nnx.cond(_, Monitor.reject, Monitor.accept, ...)

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
    far = (jnp.abs(x - monitor.mean[...]) > limit) & (monitor.seen[...] > 0)
    nnx.cond(far, Monitor.reject, Monitor.accept, monitor, x)


def cond_update(xs: jax.Array, limit: float) -> dict[str, jax.Array]:
    monitor = Monitor()
    for x in xs:
        step(monitor, x, limit)
    return {"mean": monitor.mean[...], "seen": monitor.seen[...], "rejected": monitor.rejected[...]}
