"""The statistics are worked out by hand."""

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
    h = model.linear(xs)
    means = jnp.zeros((tasks, 4))
    answers = []
    for one in h:
        mean, var = one.mean(1, keepdims=True), one.var(1, keepdims=True)
        means = 0.5 * means + 0.5 * mean[:, 0]
        y = (one - mean) / jnp.sqrt(var + 1e-5) * model.norm.scale + model.norm.bias
        answers.append(jnp.tanh(y))
    return {"answers": jnp.stack(answers), "means": means}
