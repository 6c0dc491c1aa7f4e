"""optax.sgd takes the steps."""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


def train_by_hand(seed, x, y, lr, steps):
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    graphdef, params = nnx.split(model)

    def mean_error(params):
        return jnp.mean((nnx.merge(graphdef, params)(x) - y) ** 2)

    sgd = optax.sgd(lr)
    state, losses = sgd.init(params), []
    for _ in range(steps):
        loss, grads = jax.value_and_grad(mean_error)(params)
        losses.append(loss)
        updates, state = sgd.update(grads, state)
        params = optax.apply_updates(params, updates)
    model = nnx.merge(graphdef, params)
    return {"losses": jnp.stack(losses), "kernel": model.kernel[...], "bias": model.bias[...]}
