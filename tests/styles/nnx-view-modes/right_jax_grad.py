"""Split, jax.grad, and steps by hand."""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d, *, rngs):
        self.frozen = nnx.BatchNorm(d, momentum=0.5, use_running_average=True, rngs=rngs)
        self.linear = nnx.Linear(d, 2, rngs=rngs)
        self.live = nnx.BatchNorm(2, momentum=0.5, rngs=rngs)

    def __call__(self, x):
        return self.live(self.linear(self.frozen(x)))


def view_modes(seed, x, y, steps):
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    served = nnx.view(model, use_running_average=True)
    graphdef, params, stats = nnx.split(model, nnx.Param, nnx.BatchStat)

    @jax.jit
    def gradient(params, stats):
        def error(params):
            net = nnx.merge(graphdef, params, jax.tree.map(lambda leaf: leaf, stats))
            loss = jnp.mean((net(x) - y) ** 2)
            return loss, nnx.state(net, nnx.BatchStat)

        return jax.grad(error, has_aux=True)(params)

    losses = []
    for _ in range(steps):
        grads, new = gradient(params, stats)
        nnx.update(model, jax.tree.map(lambda p, g: p - 0.2 * g, params, grads))
        nnx.update(model, new)
        losses.append(jnp.mean((served(x) - y) ** 2))
    return {"losses": jnp.stack(losses), "model": model, "served": served}
