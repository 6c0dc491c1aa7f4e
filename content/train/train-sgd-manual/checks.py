"""What a solution of train-sgd-manual is judged by.

The models differ in structure and in what they hold besides Params: a measured mean and deviation, which have
gradients of their own, a counter that has none, and the keys of a Dropout in eval mode.
"""

import jax
import jax.numpy as jnp
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, curve, made, normal


class Net(nnx.Module):
    """A list of layers behind a scaler, which holds what was measured."""

    def __init__(self, d_in: int, d_out: int, depth: int, *, rngs: nnx.Rngs) -> None:
        self.mean = nnx.Variable(jnp.linspace(-1.0, 1.0, d_in))
        self.deviation = nnx.BatchStat(jnp.full((d_in,), 2.0, jnp.float32))
        self.layers = nnx.List([nnx.Linear(d_in, d_in, rngs=rngs) for _ in range(depth)])
        self.head = nnx.Linear(d_in, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        x = (x - self.mean) / self.deviation
        for layer in self.layers:
            x = nnx.tanh(layer(x))
        return self.head(x)


class Counted(nnx.Module):
    """A model with an integer, and with a Dropout that is switched off."""

    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs) -> None:
        self.version = nnx.Variable(jnp.array(3))
        self.body = nnx.Sequential(nnx.Linear(d_in, 4, rngs=rngs), nnx.relu, nnx.Dropout(0.5, rngs=rngs))
        self.gain = nnx.Param(jnp.ones((4, d_out)))
        self.eval()

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.body(x) @ self.gain


CASES = [
    case(
        "a list of layers and a scaler",
        model=made(lambda: Net(3, 2, 2, rngs=nnx.Rngs(0))),
        x=2.0 * normal(7, 3, seed=1),
        y=1.0 + normal(7, 2, seed=2),
        lr=0.2,
        steps=10,
    ),
    case(
        "a counter and the keys of a Dropout",
        model=made(lambda: Counted(5, 1, rngs=nnx.Rngs(1))),
        x=normal(4, 5, seed=3),
        y=-2.0 * normal(4, 1, seed=4),
        lr=0.05,
        steps=3,
    ),
    case(
        "a Linear, a batch of one, one step",
        model=made(lambda: nnx.Linear(4, 3, rngs=nnx.Rngs(7))),
        x=normal(1, 4, seed=5),
        y=normal(1, 3, seed=6),
        lr=0.3,
        steps=1,
    ),
]


def check_no_optimizer(run: Run) -> None:
    """No nnx.Optimizer is built"""
    if run.objects(nnx.Optimizer):
        expect.fail("Your function built an nnx.Optimizer; the task asks for the arithmetic.", "an optimizer")


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
