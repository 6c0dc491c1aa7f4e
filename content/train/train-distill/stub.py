"""A teacher in the same network

`quick_exit(seed, x, labels, classes, lr, steps)` trains a
network of two layers and a head. The answer of the head is
good, and at times needed sooner than it comes.

Extend it by an exit after the first layer:

- Net gets one more layer, `quick`, an nnx.Linear from 8 to
  `classes`. It is made after the others, so that those are
  drawn as before. It reads what `high` reads.
- `quick` learns from the head and sees no labels. Its loss
  is the mean cross-entropy of its logits, where the target
  of a row is nnx.softmax of the head's logits for that row.
  Both are of the same moment, before the step.
- `low`, `high` and `head` learn as they did: they move as
  though there were no exit.

All Params move in the same step, by SGD with the rate lr.

    seed     int
    x        float32 array of shape (n, in)
    labels   int32 array of shape (n,)
    classes  int, the number of classes
    lr       float, the learning rate
    steps    int, 1 or more
    returns  a dict: "losses", the head's loss on the labels,
             and "quick", the loss of the exit, both float32
             of shape (steps,), each measured before its
             step; "params", what the Params hold at the end,
             as the nested dict that nnx.to_pure_dict makes
             of their State

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, classes: int, *, rngs: nnx.Rngs):
        self.low = nnx.Linear(d_in, 8, rngs=rngs)
        self.high = nnx.Linear(8, 8, rngs=rngs)
        self.head = nnx.Linear(8, classes, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        h = nnx.tanh(self.low(x))
        return self.head(nnx.tanh(self.high(h)))


def mean_error(
    model: Net,
    x: jax.Array,
    labels: jax.Array,
) -> jax.Array:
    of = optax.softmax_cross_entropy_with_integer_labels
    return of(model(x), labels).mean()


@nnx.jit
def step(
    model: Net,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    labels: jax.Array,
) -> jax.Array:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, labels)
    optimizer.update(model, grads)
    return loss


def quick_exit(
    seed: int,
    x: jax.Array,
    labels: jax.Array,
    classes: int,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    model = Net(x.shape[1], classes, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    # Two layers and a head learn. There should be an exit, too.
    losses = []
    for _ in range(steps):
        losses.append(step(model, optimizer, x, labels))
    return {
        "losses": jnp.stack(losses),
        "params": nnx.to_pure_dict(nnx.state(model, nnx.Param)),
    }
