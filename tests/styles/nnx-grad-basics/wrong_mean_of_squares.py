"""The root of the mean of the squares stands for the length."""

import jax
import jax.numpy as jnp
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, d_in: int, hidden: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(jax.nn.relu(self.hidden(x)))


def clipped(grads, max_norm: float):
    """The gradients, scaled by one factor so that together they are at most `max_norm` long."""
    squares = sum(jnp.sum(grad**2) for grad in jax.tree.leaves(grads))
    count = sum(grad.size for grad in jax.tree.leaves(grads))
    factor = jnp.minimum(1.0, max_norm / jnp.sqrt(squares / count))
    return jax.tree.map(lambda grad: factor * grad, grads)


def train_clipped(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    hidden: int,
    lr: float,
    max_norm: float,
    steps: int,
) -> jax.Array:
    """The losses before each step, with shape `(steps,)`."""
    model = MLP(x.shape[1], hidden, y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model: MLP) -> jax.Array:
        return jnp.mean((model(x) - y) ** 2)

    losses = []
    for _ in range(steps):
        loss, grads = nnx.value_and_grad(mean_error)(model)
        losses.append(loss)
        grads = clipped(grads, max_norm)
        params = nnx.state(model)
        moved = jax.tree.map(lambda p, g: p - lr * g, params, nnx.state(grads))
        nnx.update(model, moved)
    return jnp.stack(losses)
