"""The statistics have an axis of tasks, and the rest of the model has none."""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, 4, rngs=rngs)
        self.norm = nnx.BatchNorm(4, momentum=0.5, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        """The answers to a batch of ONE task: (rows, d)."""
        return jnp.tanh(self.norm(self.linear(x)))


def vmap_state_axes(seed: int, xs: jax.Array) -> dict[str, jax.Array]:
    """What each task is answered in each round, and its running mean afterwards."""
    tasks = xs.shape[1]
    graphdef, stats, rest = nnx.split(Net(xs.shape[3], rngs=nnx.Rngs(seed)), nnx.BatchStat, ...)
    stats = jax.tree.map(lambda array: jnp.stack([array] * tasks), stats)

    @nnx.vmap(in_axes=(0, None, 0))
    def answer(stats: nnx.State, rest: nnx.State, x: jax.Array) -> jax.Array:
        return nnx.merge(graphdef, stats, rest)(x)

    answers = jnp.stack([answer(stats, rest, x) for x in xs])
    return {"answers": answers, "means": stats["norm"]["mean"][...]}
