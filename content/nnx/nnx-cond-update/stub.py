"""Branch and mutate

A Monitor follows the mean of a stream of values, one compiled step
at a time, and rejects what is no good. Before nnx.jit stood over
step, it worked for most streams, and let in some values that are
not finite. Now it raises a TracerBoolConversionError. Fix both.

A value is accepted if it is finite, and no further than limit from
the present mean: abs(x - mean) <= limit. While nothing has been
accepted yet, any finite value is accepted.

accept and reject are right as they are.

`cond_update(xs, limit)` sends all values through one monitor.

    xs       float32 array of shape (n,); NaN and infinities
             may be among them
    limit    float
    returns  a dict of what the monitor holds in the end: "mean",
             float32, "seen" and "rejected", int32 scalars

step stays a function that nnx.jit compiles, called once for each value.

The values are compared with the reference's. Besides, it is checked
that step is compiled, and that the program has a cond, so that only
the branch that is taken is computed: choosing between finished
results with jnp.where computes both.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

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
    far = abs(x - monitor.mean[...]) > limit
    if monitor.seen[...] > 0 and far:
        monitor.reject(x)
    else:
        monitor.accept(x)


def cond_update(xs: jax.Array, limit: float) -> dict[str, jax.Array]:
    monitor = Monitor()
    for x in xs:
        step(monitor, x, limit)
    return {
        "mean": monitor.mean[...],
        "seen": monitor.seen[...],
        "rejected": monitor.rejected[...],
    }
