"""The step is compiled, and limits the gradients by itself."""

import jax
import jax.numpy as jnp
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, d_in, hidden, d_out, *, rngs):
        self.hidden = nnx.Linear(d_in, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, d_out, rngs=rngs)

    def __call__(self, x):
        return self.out(jax.nn.relu(self.hidden(x)))


@nnx.jit
def step(model, x, y, lr, max_norm):
    loss, grads = nnx.value_and_grad(lambda m: jnp.mean((m(x) - y) ** 2))(model)
    flat = jnp.concatenate([g.ravel() for g in jax.tree.leaves(grads)])
    factor = jnp.minimum(max_norm / jnp.linalg.norm(flat), 1.0)
    new = jax.tree.map(lambda p, g: p - lr * factor * g, nnx.state(model), nnx.state(grads))
    nnx.update(model, new)
    return loss


def train_clipped(seed, x, y, hidden, lr, max_norm, steps):
    model = MLP(x.shape[1], hidden, y.shape[1], rngs=nnx.Rngs(int(seed)))
    return jnp.array([step(model, x, y, lr, max_norm) for _ in range(steps)])
