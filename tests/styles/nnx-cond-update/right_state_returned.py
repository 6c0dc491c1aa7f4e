"""split, jax.lax.cond that returns a State, nnx.update."""

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
    graphdef, state = nnx.split(monitor)

    def branch(method):
        def run(state):
            copy = nnx.merge(graphdef, state)
            method(copy, x)
            return nnx.state(copy)

        return run

    first = monitor.seen[...] == 0
    bad = ~jnp.isfinite(x) | (~first & (jnp.abs(x - monitor.mean[...]) > limit))
    nnx.update(monitor, jax.lax.cond(bad, branch(Monitor.reject), branch(Monitor.accept), state))


def cond_update(xs: jax.Array, limit: float) -> dict[str, jax.Array]:
    monitor = Monitor()
    for x in xs:
        step(monitor, x, limit)
    return {"mean": monitor.mean[...], "seen": monitor.seen[...], "rejected": monitor.rejected[...]}
