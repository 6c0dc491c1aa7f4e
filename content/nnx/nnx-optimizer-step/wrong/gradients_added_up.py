"""The gradients of all batches so far are added up. In PyTorch that happens when `zero_grad` is forgotten. Here the
gradients of a step are what `nnx.value_and_grad` returns, and nothing has to be kept."""

# fact: checks

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

    @nnx.jit
    def step(model, optimizer, total, x, y):
        loss, grads = nnx.value_and_grad(lambda model: jnp.mean((model(x) - y) ** 2))(model)
        total = jax.tree.map(jnp.add, total, nnx.state(grads))
        optimizer.update(model, total)
        return loss, total

    total, losses = jax.tree.map(jnp.zeros_like, nnx.state(model)), []
    for x, y in zip(xs, ys, strict=True):
        loss, total = step(model, optimizer, total, x, y)
        losses.append(loss)
    return {"losses": jnp.stack(losses), "steps": optimizer.step[...]}
