"""The loop is a scan over the steps."""

import jax
import jax.numpy as jnp
from flax import nnx


def train_by_hand(seed, x, y, lr, steps):
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    graphdef, params = nnx.split(model)

    def mean_error(params):
        return jnp.mean((nnx.merge(graphdef, params)(x) - y) ** 2)

    def step(params, _):
        loss, grads = jax.value_and_grad(mean_error)(params)
        return jax.tree.map(lambda value, grad: value - lr * grad, params, grads), loss

    params, losses = jax.lax.scan(step, params, None, length=steps)
    return {"losses": losses, "kernel": params["kernel"][...], "bias": params["bias"][...]}
