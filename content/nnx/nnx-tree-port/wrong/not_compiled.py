"""The step is not compiled any more. That makes it run, since an uncompiled call may do more, and it is slower in each step. Put `nnx.jit` back over `train_step`."""

# fact: has not @nnx.jit

import jax
import jax.numpy as jnp
import optax
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


def train_step(model, optimizer, x, y):
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def mean_error(params, rest):
        net = nnx.merge(graphdef, params, rest)
        answer, seen = nnx.capture(net, nnx.Intermediate)(x)
        return jnp.mean((answer - y) ** 2), seen["hidden"].get_value()[0].mean()

    (loss, hidden), grads = nnx.value_and_grad(mean_error, has_aux=True)(params, rest)
    optimizer.update(model, grads)
    return loss, hidden


def tree_port(seed: int, x: jax.Array, y: jax.Array, steps: int):
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(jax.random.key(seed)))
    optimizer = nnx.Optimizer(model, optax.sgd(0.1), wrt=nnx.Param)
    losses, hidden = zip(*[train_step(model, optimizer, x, y) for _ in range(steps)], strict=True)
    kernel = model.layers[0].kernel[...]
    return {"losses": jnp.stack(losses), "hidden": jnp.stack(hidden), "kernel": kernel, "calls": model.calls[...]}
