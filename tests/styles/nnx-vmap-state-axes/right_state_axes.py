"""The old spelling: nnx.StateAxes on a model whose statistics were stacked with attribute writes (graph mode)."""

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


def vmap_state_axes(seed, xs):
    rounds, tasks, _, d = xs.shape
    model = Net(d, rngs=nnx.Rngs(seed))
    model.norm.mean = nnx.BatchStat(jnp.zeros((tasks, 4)))
    model.norm.var = nnx.BatchStat(jnp.ones((tasks, 4)))
    axes = nnx.StateAxes({nnx.BatchStat: 0, ...: None})
    call = nnx.vmap(lambda net, x: net(x), in_axes=(axes, 0), graph=True)
    answers = [call(model, xs[r]) for r in range(rounds)]
    return {"answers": jnp.stack(answers), "means": model.norm.mean.get_value()}
