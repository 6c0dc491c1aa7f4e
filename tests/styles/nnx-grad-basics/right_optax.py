"""optax limits the gradients, and takes the steps."""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, d_in, hidden, d_out, *, rngs):
        self.hidden = nnx.Linear(d_in, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, d_out, rngs=rngs)

    def __call__(self, x):
        return self.out(jax.nn.relu(self.hidden(x)))


def train_clipped(seed, x, y, hidden, lr, max_norm, steps):
    model = MLP(x.shape[1], hidden, y.shape[1], rngs=nnx.Rngs(seed))
    rule = optax.chain(optax.clip_by_global_norm(max_norm), optax.sgd(lr))
    optimizer = nnx.Optimizer(model, rule, wrt=nnx.Param)
    losses = []
    for _ in range(steps):
        loss, grads = nnx.value_and_grad(lambda m: jnp.mean((m(x) - y) ** 2))(model)
        losses.append(loss)
        optimizer.update(model, grads)
    return jnp.stack(losses)
