"""No model is changed: the Params are handed on, through a scan."""

import jax
import jax.numpy as jnp
from flax import nnx


def clone_snapshot(seed, x, y, lr, k, rounds):
    graphdef, params = nnx.split(nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed)))

    def error(params):
        return jnp.mean((nnx.merge(graphdef, params)(x) - y) ** 2)

    def step(_, params):
        return jax.tree.map(lambda p, g: p - lr * g, params, jax.grad(error)(params))

    def a_round(slow, _):
        fast = slow
        for number in range(k):
            fast = step(number, fast)
        mean = jax.tree.map(lambda s, f: s + 0.5 * (f - s), slow, fast)
        return mean, error(mean)

    params, losses = jax.lax.scan(a_round, params, None, length=rounds)
    return {"losses": losses, "kernel": params["kernel"][...], "bias": params["bias"][...]}
