"""The Params are split off, and jax.grad differentiates a function of them."""

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

    def step(model, optimizer, x, y):
        graphdef, params, rest = nnx.split(model, nnx.Param, ...)

        def mean_error(params):
            return jnp.mean(jnp.square(nnx.merge(graphdef, params, rest)(x) - y))

        loss, grads = jax.value_and_grad(mean_error)(params)
        optimizer.update(model, grads)
        return loss

    step = nnx.jit(step)
    losses = jnp.stack([step(model, optimizer, x, y) for x, y in zip(xs, ys, strict=True)])
    return {"losses": losses, "steps": optimizer.step[...]}
