"""bfloat16 products, float32 Params

`bf16_step(seed, x, y, lr, steps)` trains a small network in
bfloat16 with plain gradient descent. The symptom: the losses
come in a few coarse values, and after all steps most numbers in
the Params are what they were at the start.

Mend it. The matrix products must stay in bfloat16, forward and
backward. The Params are drawn and kept in float32, and from the
output of the network on the loss is computed in float32.

    seed     int
    x        float32 array of shape (n, in)
    y        float32 array of shape (n, out): the right answers
    lr       float, the learning rate; small
    steps    int, 1 or more
    returns  a dict: "losses", float32 of shape (steps,), each
             measured before the step of its number; "params",
             what the Params hold after the last step, as the
             nested dict that nnx.to_pure_dict makes, float32

The values are compared with the reference's. Besides, it is
checked that each matrix product takes two bfloat16 arrays.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx

HALF = {
    "dtype": jnp.bfloat16,
    "param_dtype": jnp.bfloat16,
}


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 8, **HALF, rngs=rngs)
        self.head = nnx.Linear(8, d_out, **HALF, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.tanh(self.hidden(x)))


def bf16_step(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    net = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    graphdef, params = nnx.split(net)

    def mean_error(params: nnx.State) -> jax.Array:
        answer = nnx.merge(graphdef, params)(x)
        return jnp.mean((answer - y.astype(answer.dtype)) ** 2)

    def step(params: nnx.State, _: None) -> tuple[nnx.State, Any]:
        loss, grads = jax.value_and_grad(mean_error)(params)
        params = jax.tree.map(lambda p, g: p - lr * g, params, grads)
        return params, loss

    # The steps one after the other, and their losses as an array.
    params, losses = jax.lax.scan(step, params, length=steps)
    return {
        "losses": losses,
        "params": nnx.to_pure_dict(params),
    }
