"""Gradients of model and input

`grad_argnums(seed, x, y)` is right, but it runs the model three
times: for the loss, for the gradients of the Params, and for
the gradient of the input. Change it so that the model runs
ONCE, and everything that is returned stays the same. Leave Net
and mean_error as they are.

    seed     int
    x        float32 array of shape (n, in): a batch
    y        float32 array of shape (n, out): the right answers
    returns  a dict: "loss", float32 of shape (); "kernel", the
             gradient of the kernel of `hidden`, (in, 5); "x",
             the gradient of the input, (n, in)

The values are compared with the reference's. Besides, it is
checked that the model runs once in a call of your function.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 5, rngs=rngs)
        self.head = nnx.Linear(5, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.tanh(self.hidden(x)))


def mean_error(model: Net, y: jax.Array, x: jax.Array) -> jax.Array:
    return jnp.mean((model(x) - y) ** 2)


def grad_argnums(
    seed: int,
    x: jax.Array,
    y: jax.Array,
) -> dict[str, jax.Array]:
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    loss = mean_error(model, y, x)
    of_model = nnx.grad(mean_error)(model, y, x)
    of_x = jax.grad(lambda x: mean_error(model, y, x))(x)
    return {
        "loss": loss,
        "kernel": of_model.hidden.kernel[...],
        "x": of_x,
    }
