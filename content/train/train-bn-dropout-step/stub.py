"""What a step remembers

`bn_dropout_step(seed, x, y, lr, steps)` trains a network of
two layers, and measures its loss after each step. Extend Net by two
layers, and the program by what these need:

- norm = nnx.BatchNorm(6, momentum=0.8, ...) and
  drop = nnx.Dropout(0.25, ...). The four layers are built
  in the order hidden, norm, drop, out, all from the same
  rngs. They are called in the order hidden, norm,
  nnx.relu, drop, out.
- Each step calls the model once, in training mode: it
  moves the averages once, and has a mask of its own.
- After each step the loss is measured in eval mode. That
  changes nothing in the model.
- step and evaluate are compiled by nnx.jit or jax.jit, and
  each is traced once in a call of bn_dropout_step. What
  they take and return is up to you.

    seed     int
    x        float32 array of shape (n, d), two rows or more
    y        float32 array of shape (n, out)
    lr       float, the rate of plain gradient descent
    steps    int, 1 or more
    returns  a dict of float32 arrays: "losses" of shape
             (steps,), in training mode, each from before
             its step; "evals" of shape (steps,), in eval
             mode, each from after its step; "mean" and
             "var", the averages of norm at the end

The values are compared with the reference's. Besides, it
is checked that neither step nor evaluate is traced more
than once, and that both are traced to be compiled.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 6, rngs=rngs)
        self.out = nnx.Linear(6, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(nnx.relu(self.hidden(x)))


def bn_dropout_step(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    graphdef, params = nnx.split(model)

    def mean_error(params: nnx.State) -> jax.Array:
        net = nnx.merge(graphdef, params)
        return jnp.mean((net(x) - y) ** 2)

    @jax.jit
    def step(params: nnx.State) -> tuple[nnx.State, jax.Array]:
        loss, grads = jax.value_and_grad(mean_error)(params)
        params = jax.tree.map(lambda p, g: p - lr * g, params, grads)
        return params, loss

    @jax.jit
    def evaluate(params: nnx.State) -> jax.Array:
        return mean_error(params)

    losses, evals = [], []
    for _ in range(steps):
        params, loss = step(params)
        losses.append(loss)
        evals.append(evaluate(params))
    return {
        "losses": jnp.stack(losses),
        "evals": jnp.stack(evals),
        # The averages of norm, once there is one.
        "mean": jnp.zeros(6),
        "var": jnp.ones(6),
    }
