"""Each task has weights of its own: the whole model was stacked. While nobody trains it the numbers are the same, and from the first step on the tasks share nothing. Give an axis to the
statistics alone."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d, *, rngs):
        self.linear = nnx.Linear(d, 4, rngs=rngs)
        self.norm = nnx.BatchNorm(4, momentum=0.5, rngs=rngs)

    def __call__(self, x):
        return jnp.tanh(self.norm(self.linear(x)))


def vmap_state_axes(seed: int, xs: jax.Array):
    model = Net(xs.shape[3], rngs=nnx.Rngs(seed))
    models = jax.tree.map(lambda array: jnp.stack([array] * xs.shape[1]), model)
    answers = jnp.stack([nnx.vmap(lambda model, x: model(x))(models, x) for x in xs])
    return {"answers": answers, "means": models.norm.mean[...]}
