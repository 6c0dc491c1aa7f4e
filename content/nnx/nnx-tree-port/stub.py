"""An old file, ported

This is a training program as it was written for an older Flax. This
file is run in tree mode with today's Flax, and it raises; behind each
line that raises another one waits. Port it:
`tree_port(seed, x, y, steps)` trains the same model in the same way,
and reports the same.

What the program does, and still has to do:

- Net has two Linear layers with a relu and a Dropout between them,
  built in this order from one Rngs: first layer, second, Dropout.
- Each step trains all Params with optax.sgd(0.1) on the mean of
  (model(x) - y) ** 2. It reports the loss, and the mean of the hidden
  activations before the Dropout, both from the one forward pass of
  the step. model.calls counts the passes.
- train_step is a function of that name that nnx.jit compiles.

    seed     int
    x        float32 array of shape (rows, d)
    y        float32 array of shape (rows, out)
    steps    int, 1 or more
    returns  a dict: "losses" and "hidden", float32 of shape
             (steps,); "kernel", that of the first layer in the
             end, (d, 8); "calls", an int32 scalar

The values are compared with the reference's. Besides, it is checked
that nothing warns of what is deprecated, and that train_step is
compiled, once.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        self.layers = [
            nnx.Linear(d, 8, rngs=rngs),
            nnx.Linear(8, out, rngs=rngs),
        ]
        self.dropout = nnx.Dropout(0.25, rngs=rngs)
        self.calls = nnx.Variable(jnp.zeros((), jnp.int32))

    def __call__(self, x: jax.Array) -> jax.Array:
        self.calls.value += 1
        h = nnx.relu(self.layers[0](x))
        self.sow(nnx.Intermediate, "hidden", h)
        return self.layers[1](self.dropout(h))


@nnx.jit
def train_step(
    model: Net,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    def mean_error(model: Net) -> jax.Array:
        return jnp.mean((model(x) - y) ** 2)

    of_params = nnx.DiffState(0, nnx.Param)
    step = nnx.value_and_grad(mean_error, argnums=of_params)
    loss, grads = step(model)
    optimizer.update(grads)
    return loss


def tree_port(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    steps: int,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(jax.random.PRNGKey(seed))
    model = Net(x.shape[1], y.shape[1], rngs=rngs)
    optimizer = nnx.Optimizer(model, optax.sgd(0.1))
    losses, hidden = [], []
    for _ in range(steps):
        losses.append(train_step(model, optimizer, x, y))
        seen = nnx.pop(model, nnx.Intermediate)
        hidden.append(seen["hidden"].value[0].mean())
    return {
        "losses": jnp.stack(losses),
        "hidden": jnp.stack(hidden),
        "kernel": model.layers[0].kernel.value,
        "calls": model.calls.value,
    }
