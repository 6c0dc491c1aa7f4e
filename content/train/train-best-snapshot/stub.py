"""The best model so far

`train_and_keep(seed, xs, ys, x_test, y_test, lr)` trains a
Net, one step for each batch, and evaluates it after each
step. The model with the lowest loss is kept. The symptom:
when the kept model is evaluated again at the end, it has
the loss of the last model, and not its own.

Mend it. The kept model is the one that had the lowest
loss: evaluated once more on the same rows, it gives that
loss again. (If two have the same loss, it is the first.)
The training itself, the losses and the choice are right,
and the live model stays as the last step left it.

    seed     int
    xs       float32 array of shape (steps, n, in), n >= 2:
             a batch for each step
    ys       float32 array of shape (steps, n, out)
    x_test   float32 array of shape (m, in); m may be 1
    y_test   float32 array of shape (m, out)
    lr       float, the learning rate
    returns  a dict: "losses", float32 of shape (steps,),
             each measured in eval mode after its step;
             "best", an int, the index of the lowest;
             "again", the loss of the kept model, measured
             at the end; "answers", float32 of shape
             (m, out), what the kept model gives in eval
             mode for x_test; "kernel", what the live model
             holds at the end for the kernel of hidden

The values are compared with the reference's.
"""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 8, rngs=rngs)
        self.norm = nnx.BatchNorm(8, momentum=0.6, rngs=rngs)
        self.out = nnx.Linear(8, d_out, rngs=rngs)

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
) -> None:
    grads = nnx.grad(mean_error)(model, x, y)
    optimizer.update(model, grads)


evaluate = nnx.jit(mean_error)


def train_and_keep(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    x_test: jax.Array,
    y_test: jax.Array,
    lr: float,
) -> dict[str, jax.Array | int]:
    d_in, d_out = xs.shape[-1], ys.shape[-1]
    model = Net(d_in, d_out, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    losses = []
    best, lowest = 0, float("inf")
    for i, (x, y) in enumerate(zip(xs, ys, strict=True)):
        step(model, optimizer, x, y)
        model.eval()
        loss = evaluate(model, x_test, y_test)
        model.train()
        losses.append(loss)
        if loss < lowest:
            best, lowest = i, loss
            kept = nnx.state(model, nnx.Param)

    chosen = nnx.clone(model)
    nnx.update(chosen, kept)
    chosen.eval()
    return {
        "losses": jnp.stack(losses),
        "best": best,
        "again": evaluate(chosen, x_test, y_test),
        "answers": chosen(x_test),
        "kernel": model.hidden.kernel[...],
    }
