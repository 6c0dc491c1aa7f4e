"""Averaged weights

`train_averaged(seed, xs, ys, x_test, y_test, lr, decay)`
trains a Net, one step for each batch, and evaluates it on
test rows after each step. Extend it by a moving average
of the Params, and evaluate with that as well.

- The average begins as a copy of the fresh Params. After
  each step it becomes decay times what it was, plus
  1 - decay times the Params after that step.
- After each step the loss on the test rows is measured a
  second time: with the average in place of the Params,
  and with the running statistics that the live norm has
  then. Both evaluations are in eval mode.
- The live model is trained as before. What the stub
  returns for "losses" and "live" is right and stays.

    seed     int
    xs       float32 array of shape (steps, n, in), n >= 2:
             a batch for each step
    ys       float32 array of shape (steps, n, out)
    x_test   float32 array of shape (m, in); m may be 1
    y_test   float32 array of shape (m, out)
    lr       float, the learning rate
    decay    float between 0 and 1
    returns  a dict of float32 arrays: "losses", "live" and
             "averaged" of shape (steps,): each loss before
             its step, and both evaluations after it;
             "kernel", what the average holds at the end
             for the kernel of hidden

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 5, rngs=rngs)
        self.norm = nnx.BatchNorm(5, momentum=0.5, rngs=rngs)
        self.out = nnx.Linear(5, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(nnx.tanh(self.norm(self.hidden(x))))


def mean_error(
    model: Net,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return ((model(x) - y) ** 2).mean()


@nnx.jit
def step(
    model: Net,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, y)
    optimizer.update(model, grads)
    return loss


@nnx.jit
def evaluate(
    model: Net,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return mean_error(model, x, y)


def train_averaged(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    x_test: jax.Array,
    y_test: jax.Array,
    lr: float,
    decay: float,
) -> dict[str, jax.Array]:
    d_in, d_out = xs.shape[-1], ys.shape[-1]
    model = Net(d_in, d_out, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    losses, live = [], []
    for x, y in zip(xs, ys, strict=True):
        losses.append(step(model, optimizer, x, y))
        model.eval()
        live.append(evaluate(model, x_test, y_test))
        model.train()
    return {
        "losses": jnp.stack(losses),
        "live": jnp.stack(live),
        # In place of these two: what the average gives.
        "averaged": jnp.stack(live),
        "kernel": model.hidden.kernel[...],
    }
