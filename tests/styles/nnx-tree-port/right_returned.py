"""Nothing is sown: the module returns the activations as well."""

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
        return self.layers[1](self.dropout(h)), h


@nnx.jit
def train_step(model, optimizer, x, y):
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def f(params, rest):
        answer, h = nnx.merge(graphdef, params, rest)(x)
        return jnp.mean((answer - y) ** 2), h.mean()

    out, grads = nnx.value_and_grad(f, has_aux=True)(params, rest)
    optimizer.update(model, grads)
    return out


def tree_port(seed, x, y, steps):
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(0.1), wrt=nnx.Param)
    losses, hidden = [], []
    for _ in range(steps):
        loss, mean = train_step(model, optimizer, x, y)
        losses.append(loss)
        hidden.append(mean)
    kernel = model.layers[0].kernel[...]
    return {"losses": jnp.stack(losses), "hidden": jnp.stack(hidden), "kernel": kernel, "calls": model.calls[...]}
