"""A run that goes on

`train_in_parts(seed, xs, ys, stops, folder)` trains a Net
with Adam and with noise on the inputs. But the machine
stops the program again and again. Each call of `start`
stands for one start of the program: it knows its
arguments and what is in `folder`, and nothing else.

In the stub each start begins anew. Extend start, so that
it goes on where the one before it stopped: losses, Params
and statistics should be those of a run that never stopped.

- When start returns, `stop` steps have been made by all
  starts together. Step i uses xs[i] and ys[i].
- The first start finds folder empty. What the next one
  needs is on disk, below folder, when start returns.
- build, mean_error and step are right.

    seed     int
    xs       float32 array of shape (steps, n, in), n >= 2
    ys       float32 array of shape (steps, n, out)
    stops    tuple of ints that rise from 1 or more; the
             last one is below steps
    folder   str: the absolute path of a folder that exists
    returns  a dict of float32 arrays: "losses" of shape
             (stops[-1],), each measured before its step;
             "kernel" and "mean": what the kernel of hidden
             and the running mean of norm hold at the end

The values are compared with the reference's. Besides, it is
checked that what is on disk is enough: called once more
with the same folder and with stops=(steps,), the function
makes the steps that are left, and returns their losses.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx

TX = optax.adam(0.05)


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 5, rngs=rngs)
        self.norm = nnx.BatchNorm(5, momentum=0.8, rngs=rngs)
        self.out = nnx.Linear(5, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(nnx.tanh(self.norm(self.hidden(x))))


Run = tuple[Net, nnx.Optimizer, nnx.Rngs]


def build(seed: int, d_in: int, d_out: int) -> Run:
    model = Net(d_in, d_out, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, TX, wrt=nnx.Param)
    return model, optimizer, nnx.Rngs(noise=seed)


def mean_error(
    model: Net,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return ((model(x) - y) ** 2).mean()


@nnx.jit
def step(
    model: Net,
    optimizer: nnx.Optimizer,
    rngs: nnx.Rngs,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    x = x + 0.3 * rngs.noise.normal(x.shape)
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, y)
    optimizer.update(model, grads)
    return loss


def start(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    stop: int,
    folder: str,
) -> tuple[Net, list[jax.Array]]:
    d_in, d_out = xs.shape[-1], ys.shape[-1]
    # Each start begins anew. It should go on.
    model, optimizer, rngs = build(seed, d_in, d_out)
    losses = [step(model, optimizer, rngs, x, y) for x, y in zip(xs[:stop], ys[:stop], strict=True)]
    return model, losses


def train_in_parts(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    stops: tuple[int, ...],
    folder: str,
) -> dict[str, Any]:
    losses = []
    for stop in stops:
        model, part = start(seed, xs, ys, stop, folder)
        losses += part
    return {
        "losses": jnp.stack(losses),
        "kernel": model.hidden.kernel[...],
        "mean": model.norm.mean[...],
    }
