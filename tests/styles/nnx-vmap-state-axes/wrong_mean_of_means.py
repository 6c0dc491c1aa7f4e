"""The means are averaged in the end."""

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
    stats = jax.tree.map(lambda a: jnp.stack([a] * tasks), stats)
    answer = nnx.vmap(lambda s, r, x: nnx.merge(graphdef, s, r)(x), in_axes=(0, None, 0))
    answers = jnp.stack([answer(stats, rest, x) for x in xs])
    means = stats["norm"]["mean"][...]
    return {"answers": answers, "means": jnp.broadcast_to(means.mean(0), means.shape)}
