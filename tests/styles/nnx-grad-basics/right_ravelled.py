"""The gradients become one long vector, are scaled, and become a tree again."""

import jax
import jax.numpy as jnp
from flax import nnx
from jax.flatten_util import ravel_pytree


class MLP(nnx.Module):
    def __init__(self, d_in, hidden, d_out, *, rngs):
        self.hidden = nnx.Linear(d_in, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, d_out, rngs=rngs)

    def __call__(self, x):
        return self.out(jax.nn.relu(self.hidden(x)))


def train_clipped(seed, x, y, hidden, lr, max_norm, steps):
    model = MLP(x.shape[1], hidden, y.shape[1], rngs=nnx.Rngs(seed))
    losses = jnp.zeros(steps)
    for n in range(steps):
        loss, grads = nnx.value_and_grad(lambda m: jnp.mean((m(x) - y) ** 2))(model)
        losses = losses.at[n].set(loss)
        flat, unravel = ravel_pytree(nnx.state(grads))
        length = jnp.sqrt(flat @ flat)
        grads = unravel(jnp.where(length > max_norm, flat * max_norm / length, flat))
        for (_, param), (_, grad) in zip(nnx.to_flat_state(nnx.state(model)), nnx.to_flat_state(grads), strict=True):
            param[...] -= lr * grad[...]
    return losses
