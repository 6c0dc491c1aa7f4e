"""Kernels and biases have optimizers of their own; the counter of one is that of both."""

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
    rule = optax.sgd(lr, momentum=0.9)
    names = ("kernel", "bias")
    optimizers = nnx.List(
        [nnx.Optimizer(model, rule, wrt=nnx.All(nnx.Param, nnx.PathContains(name))) for name in names]
    )

    @nnx.jit
    def step(model, optimizers, x, y):
        loss, grads = nnx.value_and_grad(lambda model: jnp.mean((model(x) - y) ** 2))(model)
        for optimizer in optimizers:
            optimizer.update(model, grads)
        return loss

    losses = [step(model, optimizers, x, y) for x, y in zip(xs, ys, strict=True)]
    return {"losses": jnp.stack(losses), "steps": optimizers[0].step[...]}
