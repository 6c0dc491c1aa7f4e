"""Who moves?

`forgotten_wrt(seed, x, y, lr, steps)` trains a Net. The
loss falls, and nothing on the screen looks wrong. But after
the training you look at the model: `gain` holds ones, to
the last bit, and `positions` is not the table that it was.

Find out why, and mend it. After that:

- body, head and gain are trained, all by the one rule
  optax.adam(lr);
- positions and offset hold what they were built with, to
  the last bit;
- the optimizer keeps no running means for these two.

Net and Gain stay as they are, with the types of their
Variables: there are checkpoints of them.

    seed     int
    x        float32 array of shape (n, length, d)
    y        float32 array of shape (n, out)
    lr       float, the learning rate
    steps    int, 1 or more
    returns  a dict: "losses", float32 of shape (steps,),
             each measured before its step; "model", the
             trained Net

The values are compared with the reference's. Besides, it
is checked that in the state of each nnx.Optimizer that
you build nothing belongs to positions or offset.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Gain(nnx.Variable):
    """A factor for each output; it is learned."""


class Net(nnx.Module):
    """positions: the same table in all models. offset: what
    was measured once, before the training.
    """

    def __init__(
        self,
        length: int,
        d: int,
        d_out: int,
        *,
        rngs: nnx.Rngs,
    ):
        place = jnp.arange(length)[:, None] / (1.0 + jnp.arange(d))
        self.positions = nnx.Param(jnp.sin(place))
        self.body = nnx.Linear(d, 6, rngs=rngs)
        self.head = nnx.Linear(6, d_out, rngs=rngs)
        self.gain = Gain(jnp.ones(d_out))
        self.offset = nnx.Variable(jnp.full(d_out, 0.5))

    def __call__(self, x: jax.Array) -> jax.Array:
        h = nnx.tanh(self.body(x + self.positions))
        return self.head(h.mean(1)) * self.gain + self.offset


def forgotten_wrt(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    length, d = x.shape[1:]
    model = Net(length, d, y.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.adam(lr), wrt=nnx.Param)

    @nnx.jit
    def step(model: Net, optimizer: nnx.Optimizer) -> jax.Array:
        graphdef, state = nnx.split(model)

        def mean_error(state: nnx.State) -> jax.Array:
            answer = nnx.merge(graphdef, state)(x)
            return jnp.mean((answer - y) ** 2)

        # The gradients of all that the model holds.
        loss, grads = jax.value_and_grad(mean_error)(state)
        optimizer.update(model, grads)
        return loss

    losses = [step(model, optimizer) for _ in range(steps)]
    return {"losses": jnp.stack(losses), "model": model}
