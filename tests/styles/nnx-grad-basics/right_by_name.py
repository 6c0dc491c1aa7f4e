"""Each Param is written by its name, and no tree is mapped."""

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
    losses = []
    for _ in range(steps):
        loss, grads = nnx.value_and_grad(lambda m: jnp.mean((m(x) - y) ** 2))(model)
        losses.append(loss)
        pairs = [
            (getattr(model, layer), getattr(grads, layer), name)
            for layer in ("hidden", "out")
            for name in ("kernel", "bias")
        ]
        length = jnp.sqrt(sum((getattr(g, name)[...] ** 2).sum() for _, g, name in pairs))
        for layer, grad, name in pairs:
            param = getattr(layer, name)
            param[...] -= lr * getattr(grad, name)[...] * jnp.where(length > max_norm, max_norm / length, 1.0)
    return jnp.stack(losses)
