"""The Params are split off, and a scan over the steps carries them."""

import jax
import jax.numpy as jnp
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, d_in, hidden, d_out, *, rngs):
        self.hidden = nnx.Linear(d_in, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, d_out, rngs=rngs)

    def __call__(self, x):
        return self.out(jax.nn.relu(self.hidden(x)))


def train_clipped(seed, x, y, hidden, lr, max_norm, steps):
    model = MLP(x.shape[1], hidden, y.shape[1], rngs=nnx.Rngs(seed))
    graphdef, params = nnx.split(model)

    def step(params, _):
        loss, grads = jax.value_and_grad(lambda p: jnp.mean((nnx.merge(graphdef, p)(x) - y) ** 2))(params)
        length = jnp.sqrt(jax.tree.reduce(lambda total, g: total + jnp.vdot(g, g), grads, 0.0))
        scale = max_norm / jnp.maximum(length, max_norm)
        return jax.tree.map(lambda p, g: p - lr * scale * g, params, grads), loss

    return jax.lax.scan(step, params, None, length=steps)[1]
