"""The statistics were mapped over an axis that is not there yet: they have the shape `(4,)`, one number for each feature, and would be taken for four tasks. Give them an axis of tasks in
front, with `jax.tree.map`."""

# fact: has nnx.split(_, nnx.BatchStat, ...)
# fact: has not jax.tree.map(...)

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
    answer = nnx.vmap(lambda s, r, x: nnx.merge(graphdef, s, r)(x), in_axes=(0, None, 0))
    answers = jnp.stack([answer(stats, rest, x) for x in xs])
    return {"answers": answers, "means": stats["norm"]["mean"][...]}
