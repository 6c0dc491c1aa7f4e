"""jax.jit gives model and optimizer back."""

import jax
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

    @jax.jit
    def step(model, optimizer, x, y):
        loss, grads = nnx.value_and_grad(lambda m: jnp.mean((m(x) - y) ** 2))(model)
        optimizer.update(model, grads)
        return model, optimizer, loss

    losses = []
    for x, y in zip(xs, ys, strict=True):
        model, optimizer, loss = step(model, optimizer, x, y)
        losses.append(loss)
    return {"losses": jnp.stack(losses), "steps": optimizer.step.get_value()}
