"""The gradient is still asked for with `nnx.DiffState`, a rule that looks inside of the model. Tree mode refuses it. Split the model, and make the Params the first
argument of the function that is differentiated."""

# fact: has nnx.DiffState(0, nnx.Param)

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


@nnx.jit
def train_step(model, optimizer, x, y):
    def mean_error(model):
        answer, seen = nnx.capture(model, nnx.Intermediate)(x)
        return jnp.mean((answer - y) ** 2), seen["hidden"].get_value()[0].mean()

    step = nnx.value_and_grad(mean_error, argnums=nnx.DiffState(0, nnx.Param), has_aux=True)
    (loss, hidden), grads = step(model)
    optimizer.update(model, grads)
    return loss, hidden


def tree_port(seed: int, x: jax.Array, y: jax.Array, steps: int):
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(jax.random.key(seed)))
    optimizer = nnx.Optimizer(model, optax.sgd(0.1), wrt=nnx.Param)
    losses, hidden = zip(*[train_step(model, optimizer, x, y) for _ in range(steps)], strict=True)
    kernel = model.layers[0].kernel[...]
    return {"losses": jnp.stack(losses), "hidden": jnp.stack(hidden), "kernel": kernel, "calls": model.calls[...]}
