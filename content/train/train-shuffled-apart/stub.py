"""Rows and answers that part

`train_shuffled(seed, x, y, lr, epochs)` trains an
nnx.Linear with batches of BATCH rows, in a new order in
each epoch. The symptom: the loss falls at first, then it
stays about where it would be for a model that always
answers the mean of y.

Mend it. In each epoch one key is drawn from the stream
`shuffle`, and row number i of the epoch is row order[i]
of x, where order is jax.random.permutation(key, n). Rows
that do not fill a last batch are left out of that epoch.

    seed     int
    x        float32 array of shape (n, in)
    y        float32 array of shape (n, out); row i is the
             right answer to row i of x
    lr       float, the learning rate
    epochs   int, 1 or more
    returns  a dict: "losses", float32 of shape (epochs,),
             the mean squared error over all rows after
             each epoch; "kernel", what the kernel holds
             at the end

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx

BATCH = 3


def mean_error(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return ((model(x) - y) ** 2).mean()


@nnx.jit
def step(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
    lr: float,
) -> None:
    grads = nnx.grad(mean_error)(model, x, y)
    model.kernel[...] -= lr * grads.kernel[...]
    model.bias[...] -= lr * grads.bias[...]


def train_shuffled(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    epochs: int,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(params=seed, shuffle=seed)
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=rngs)
    losses = []
    for _ in range(epochs):
        rows = jax.random.permutation(rngs.shuffle(), x)
        answers = jax.random.permutation(rngs.shuffle(), y)
        for i in range(0, len(x) - BATCH + 1, BATCH):
            batch = slice(i, i + BATCH)
            step(model, rows[batch], answers[batch], lr)
        losses.append(mean_error(model, x, y))
    return {
        "losses": jnp.stack(losses),
        "kernel": model.kernel[...],
    }
