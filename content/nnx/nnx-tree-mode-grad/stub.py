"""Gradients in tree mode

`tree_mode_grad(seed, x, y)` takes one gradient of a small network
with BatchNorm and Dropout. It was written for graph mode. This file
is run in tree mode, and there it raises:

    TypeError: grad requires real- or complex-valued inputs ...
    but got uint32 ...

Fix it, in the way that holds in both modes. Net stays as it is. The
one forward pass of the gradient also moves the running mean of the
BatchNorm, and draws one key for the Dropout; afterwards
both changes must be in `model`.

    seed     int
    x        float32 array of shape (rows, d), two rows or more
    y        float32 array of shape (rows, out)
    returns  a dict: "loss", the mean of (model(x) - y) ** 2;
             "up" and "down", the gradients of the two kernels;
             "mean", the running mean in the model afterwards;
             "drawn", how many keys the Dropout has drawn

Only the values are compared.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        self.up = nnx.Linear(d, 8, rngs=rngs)
        self.norm = nnx.BatchNorm(8, momentum=0.5, rngs=rngs)
        self.dropout = nnx.Dropout(0.25, rngs=rngs)
        self.down = nnx.Linear(8, out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        h = nnx.relu(self.norm(self.up(x)))
        return self.down(self.dropout(h))


def tree_mode_grad(
    seed: int,
    x: jax.Array,
    y: jax.Array,
) -> dict[str, jax.Array]:
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model: Net) -> jax.Array:
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(mean_error)(model)
    return {
        "loss": loss,
        "up": grads.up.kernel[...],
        "down": grads.down.kernel[...],
        "mean": model.norm.mean[...],
        "drawn": model.dropout.rngs.count[...],
    }
