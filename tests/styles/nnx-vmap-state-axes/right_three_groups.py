"""Three groups, jitted."""

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
    graphdef, params, stats, rest = nnx.split(model, nnx.Param, nnx.BatchStat, ...)
    stats = jax.tree.map(lambda a: jnp.repeat(a[None], tasks, 0), stats)

    @nnx.jit
    @nnx.vmap(in_axes=(None, 0, None, 0))
    def answer(params, stats, rest, x):
        return nnx.merge(graphdef, params, stats, rest)(x)

    answers = jnp.stack([answer(params, stats, rest, x) for x in xs])
    return {"answers": answers, "means": stats["norm"]["mean"][...]}
