"""optax without nnx.Optimizer."""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d, out, *, rngs):
        self.layers = nnx.List([nnx.Linear(d, 8, rngs=rngs), nnx.Linear(8, out, rngs=rngs)])
        self.dropout = nnx.Dropout(0.25, rngs=rngs)
        self.calls = nnx.Variable(jnp.zeros((), jnp.int32))

    def __call__(self, x):
        self.calls[...] += 1
        h = nnx.relu(self.layers[0](x))
        self.sow(nnx.Intermediate, "hidden", h)
        return self.layers[1](self.dropout(h))


@nnx.jit
def train_step(model, optimizer, x, y):
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def f(params, rest):
        answer, seen = nnx.capture(nnx.merge(graphdef, params, rest), nnx.Intermediate)(x)
        return jnp.mean((answer - y) ** 2), jnp.mean(seen["hidden"].get_value()[0])

    (loss, mean), grads = nnx.value_and_grad(f, has_aux=True)(params, rest)
    nnx.update(model, jax.tree.map(lambda p, g: p - 0.1 * g, params, grads))
    return loss, mean


def tree_port(seed, x, y, steps):
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    optimizer = None
    losses, hidden = [], []
    for _ in range(steps):
        loss, mean = train_step(model, optimizer, x, y)
        losses.append(loss)
        hidden.append(mean)
    kernel = model.layers[0].kernel[...]
    return {"losses": jnp.stack(losses), "hidden": jnp.stack(hidden), "kernel": kernel, "calls": model.calls[...]}
