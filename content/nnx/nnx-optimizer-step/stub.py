"""An optimizer beside the model

Port this training loop to NNX, with an nnx.Optimizer:

    model = Sequential(Linear(d, hidden), ReLU(),
                       Linear(hidden, out))
    optimizer = torch.optim.SGD(model.parameters(),
                                lr=lr, momentum=0.9)
    losses = []
    for x, y in zip(xs, ys):
        optimizer.zero_grad()
        loss = ((model(x) - y) ** 2).mean()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())

`train_momentum(seed, xs, ys, hidden, lr)` takes a step
with each batch, xs[0] and ys[0] first. A step is one call
of a function named step, compiled with nnx.jit or
jax.jit, and traced once for all batches.

    seed     int
    xs       float32 array of shape (steps, n, in)
    ys       float32 array of shape (steps, n, out)
    hidden   int, the width of the hidden layer
    lr       float, the learning rate
    returns  a dict: "losses", float32 of shape (steps,),
             each measured before its step; and "steps",
             what the optimizer's own counter `step`
             holds at the end

The values are compared with the reference's. Besides,
it is checked that an nnx.Optimizer is built, and that a
function named step is traced, to be compiled, and only
once.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


def train_momentum(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    hidden: int,
    lr: float,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    nnx.Sequential(
        nnx.Linear(xs.shape[-1], hidden, rngs=rngs),
        nnx.relu,
        nnx.Linear(hidden, ys.shape[-1], rngs=rngs),
    )
    raise NotImplementedError("optimizer, step and loop")
