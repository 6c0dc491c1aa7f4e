"""The rounds are mapped, too."""

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
    stats = None
    graphdef, stats, rest = nnx.split(model, nnx.BatchStat, ...)
    stats = jax.tree.map(lambda a: jnp.stack([a] * tasks), stats)

    def one(s, x):
        inside = nnx.merge(graphdef, s, rest, copy=True)
        y = inside(x)
        return nnx.state(inside, nnx.BatchStat), y

    new, answers = jax.vmap(jax.vmap(one), in_axes=(None, 0))(stats, xs)
    return {"answers": answers, "means": new["norm"]["mean"][-1]}
