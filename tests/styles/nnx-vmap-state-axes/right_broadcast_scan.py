"""A scan over the rounds; the statistics are returned."""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d, *, rngs):
        self.linear = nnx.Linear(d, 4, rngs=rngs)
        self.norm = nnx.BatchNorm(4, momentum=0.5, rngs=rngs)

    def __call__(self, x):
        return jnp.tanh(self.norm(self.linear(x)))


def vmap_state_axes(seed, xs):
    _, tasks, _, d = xs.shape
    model = Net(d, rngs=nnx.Rngs(seed))
    graphdef, stats, rest = nnx.split(model, nnx.BatchStat, ...)
    stats = jax.tree.map(lambda a: jnp.broadcast_to(a, (tasks, *a.shape)), stats)

    def one(stats, x):
        inside = nnx.merge(graphdef, stats, rest, copy=True)
        y = inside(x)
        return nnx.state(inside, nnx.BatchStat), y

    stats, answers = jax.lax.scan(jax.vmap(one), stats, xs)
    return {"answers": answers, "means": stats["norm"]["mean"][...]}
