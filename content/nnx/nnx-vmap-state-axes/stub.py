"""Shared weights, own statistics

`vmap_state_axes(seed, xs)` shows a small model with a BatchNorm
batches of several tasks, in several rounds. It is used for one task
after the other, so the running statistics are those of a mixture.
Extend it: the tasks share all Params, and each has running statistics
of its own.

All tasks begin with the statistics of a new BatchNorm. In each round
all tasks are answered at once. Net stays as it is.

    seed     int
    xs       float32 array of shape (rounds, tasks, rows, d)
    returns  a dict: "answers", float32 of shape (rounds,
             tasks, rows, 4), and "means", the running means
             in the end, float32 of shape (tasks, 4)

The values are compared with the reference's. Besides, it is checked
that the tasks are answered at once: the matrix products in the program
do not grow with their number; and that their weights are not stacked:
no product has a kernel for each task.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, 4, rngs=rngs)
        self.norm = nnx.BatchNorm(4, momentum=0.5, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        """The answers to a batch of ONE task: (rows, d)."""
        return jnp.tanh(self.norm(self.linear(x)))


def vmap_state_axes(seed: int, xs: jax.Array) -> dict[str, jax.Array]:
    tasks = xs.shape[1]
    model = Net(xs.shape[3], rngs=nnx.Rngs(seed))
    answers = []
    for x in xs:
        answers.append(jnp.stack([model(batch) for batch in x]))
    mean = model.norm.mean[...]
    return {
        "answers": jnp.stack(answers),
        "means": jnp.stack([mean] * tasks),
    }
