"""tree.map copies the dicts."""

from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import linen as nn


class Net(nn.Module):
    out: int

    @nn.compact
    def __call__(self, x: jax.Array, train: bool) -> jax.Array:
        x = nn.Dense(6)(x)
        norm = nn.BatchNorm(not train, momentum=0.8)
        return nn.Dense(self.out)(nn.tanh(norm(x)))


@partial(jax.jit, static_argnums=(0, 1))
def step(net, tx, params, stats, opt_state, x, y):
    def mean_error(params):
        answer, moved = net.apply(
            {"params": params, **stats},
            x,
            train=True,
            mutable=["batch_stats"],
        )
        return jnp.mean((answer - y) ** 2), moved

    gradient = jax.value_and_grad(mean_error, has_aux=True)
    (loss, stats), grads = gradient(params)
    updates, opt_state = tx.update(grads, opt_state, params)
    params = optax.apply_updates(params, updates)
    return params, stats, opt_state, loss


def frozen_dict(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    net = Net(y.shape[1])
    variables = net.init(jax.random.key(seed), x, train=False)
    stats = {name: tree for name, tree in variables.items() if name != "params"}
    params = jax.tree.map(lambda a: a, variables["params"])
    params["Dense_1"]["kernel"] = jnp.zeros_like(params["Dense_1"]["kernel"])

    tx = optax.sgd(lr, momentum=0.9)
    opt_state = tx.init(params)
    losses = []
    for _ in range(steps):
        params, stats, opt_state, loss = step(net, tx, params, stats, opt_state, x, y)
        losses.append(loss)
    return {
        "losses": jnp.stack(losses),
        "drawn": variables,
        "trained": {"params": params, **stats},
    }
