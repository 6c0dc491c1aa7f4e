"""The whole model was mapped with None: there is one running mean, and each task wants to write another value to it. Split the statistics off, give them an axis of tasks, and map them
with 0."""

# fact: has nnx.vmap(..., in_axes=(None, 0))

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
    answer = nnx.vmap(lambda model, x: model(x), in_axes=(None, 0))
    answers = jnp.stack([answer(model, x) for x in xs])
    return {"answers": answers, "means": jnp.stack([model.norm.mean[...]] * tasks)}
