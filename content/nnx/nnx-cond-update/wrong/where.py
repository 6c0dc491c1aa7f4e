"""Both results are computed, and `jnp.where` picks one. The numbers are right. The task asks for a branch: in a real model the work
that is thrown away may be a whole training step. `nnx.cond` computes only the one that is taken."""

# fact: has jnp.where(_, _, _)

import jax
import jax.numpy as jnp
from flax import nnx


class Monitor(nnx.Module):
    def __init__(self):
        self.mean = nnx.Variable(jnp.zeros(()))
        self.seen = nnx.Variable(jnp.zeros((), jnp.int32))
        self.rejected = nnx.Variable(jnp.zeros((), jnp.int32))


@nnx.jit
def step(monitor: Monitor, x: jax.Array, limit: float) -> None:
    mean, seen = monitor.mean[...], monitor.seen[...]
    good = jnp.isfinite(x) & ((jnp.abs(x - mean) <= limit) | (seen == 0))
    monitor.seen[...] = jnp.where(good, seen + 1, seen)
    monitor.mean[...] = jnp.where(good, mean + (x - mean) / (seen + 1), mean)
    monitor.rejected[...] += jnp.where(good, 0, 1)


def cond_update(xs: jax.Array, limit: float) -> dict[str, jax.Array]:
    monitor = Monitor()
    for x in xs:
        step(monitor, x, limit)
    return {"mean": monitor.mean[...], "seen": monitor.seen[...], "rejected": monitor.rejected[...]}
