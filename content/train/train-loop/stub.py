"""The training loop

Write `train_loop(seed, x, y, size, epochs, lr)`, which
trains the Net below in batches of size rows.

1. The model is built with nnx.Rngs(seed); its optimizer
   is optax.sgd(lr, momentum=0.9) for all Params.
2. Epoch e (from 0) has the order of jax.random.permutation
   for the n rows, with the key that jax.random.fold_in
   makes of jax.random.key(seed) and e.
3. Its first batch has the first size rows of that order,
   the second one the next size rows, and so on. At the
   end of an order fewer than size rows may be left over;
   they are not used in that epoch.
4. For each batch there is one step. The loss is the mean
   of (model(x) - y) ** 2 over the elements of the batch.

The step is a function named step, compiled with nnx.jit
or jax.jit, and traced once in one call of train_loop.

    seed     int
    x        float32 array of shape (n, in)
    y        float32 array of shape (n, out)
    size     int from 1 to n
    epochs   int, 1 or more
    lr       float, the learning rate
    returns  a dict: "losses", float32 of shape
             (epochs, n // size), each measured before its
             step, in the order of the steps; "params",
             what the Params hold at the end, as the nested
             dict that nnx.to_pure_dict makes

The values are compared with the reference's. Besides, it
is checked that what is named step goes through nnx.jit or
jax.jit, and that one trace does for all batches.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 8, rngs=rngs)
        self.out = nnx.Linear(8, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(nnx.tanh(self.hidden(x)))


def train_loop(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    size: int,
    epochs: int,
    lr: float,
) -> dict[str, Any]:
    raise NotImplementedError("model, optimizer, step and loops")
