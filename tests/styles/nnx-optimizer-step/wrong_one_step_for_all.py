"""All batches are one step."""

import jax.numpy as jnp
import optax
from flax import nnx


def train_momentum(seed, xs, ys, hidden, lr):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(
        nnx.Linear(xs.shape[-1], hidden, rngs=rngs),
        nnx.relu,
        nnx.Linear(hidden, ys.shape[-1], rngs=rngs),
    )
    optimizer = nnx.Optimizer(model, optax.sgd(lr, momentum=0.9), wrt=nnx.Param)

    @nnx.jit
    def step(model, optimizer, x, y):
        def errors(model):
            each = jnp.mean((model(x) - y) ** 2, axis=(1, 2))
            return each.mean(), each

        grads, each = nnx.grad(errors, has_aux=True)(model)
        optimizer.update(model, grads)
        return each

    losses = step(model, optimizer, xs, ys)
    return {"losses": losses, "steps": optimizer.step[...]}
