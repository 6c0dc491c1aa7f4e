"""A training step by hand

`train_by_hand(seed, x, y, lr, steps)` measures the loss of a model `steps`
times, and learns nothing. Extend it: in each step, move ALL Params of the
model against their gradients: each number by lr times its gradient.

    seed     int
    x        float32 array of shape (n, in): a batch of n rows
    y        float32 array of shape (n, out): what the model should answer
    lr       float, the learning rate
    steps    int, 1 or more
    returns  a dict: "losses", float32 of shape (steps,), each measured
             BEFORE the step of its number; "kernel" and "bias", what the
             model holds after the last step

The model is an nnx.Linear with a bias, built with nnx.Rngs(seed), and the
loss the mean of (model(x) - y) ** 2. Take the gradients as you like:
nnx.grad, nnx.value_and_grad, or jax.grad of a function of the Params.

The values are compared with the reference's.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def train_by_hand(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    losses = []
    for _ in range(steps):
        loss = mean_error(model)
        losses.append(loss)
    return {
        "losses": jnp.stack(losses),
        "kernel": model.kernel[...],
        "bias": model.bias[...],
    }
