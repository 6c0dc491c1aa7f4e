"""What a solution of train-forgotten-wrt is judged by.

The targets are large, so that the gain has a long way to go. What was put back after each step, or had its gradient
made zero, is seen in the state of the optimizer.
"""

from typing import Any

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, bars, curve, normal


def case(name: str, **arguments: Any) -> expect.Case:
    """A case whose values agree in three digits: Adam amplifies what rounding does."""
    return expect.case(name, rtol=1e-3, atol=1e-4, **arguments)


CASES = [
    case("large targets, 20 steps", seed=0, x=normal(6, 4, 3, seed=1), y=4.0 * normal(6, 2, seed=2), lr=0.1, steps=20),
    case("a batch of one, one step", seed=5, x=normal(1, 2, 4, seed=3), y=2.0 + normal(1, 3, seed=4), lr=0.05, steps=1),
    case("one output, 4 steps", seed=11, x=normal(3, 5, 2, seed=5), y=-3.0 * normal(3, 1, seed=6), lr=0.2, steps=4),
]
PARTS = ("positions", "body", "head", "gain", "offset")


def check_state(run: Run) -> None:
    """The optimizer knows neither positions nor offset"""
    for optimizer in run.objects(nnx.Optimizer):
        for path in expect.leaves(optimizer.opt_state):
            for name in ("positions", "offset"):
                if name in path.split("/"):
                    expect.fail(f"The optimizer keeps something for `{name}`, at `{path}`.", f"keeps {name}")


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))


def draw_moves(run: Run) -> Picture:
    ends, starts = (expect.leaves(one.part("model")) for one in (run, run.expected(lr=0.0)))
    far = {
        name: max(
            float(np.abs(np.asarray(ends[path]) - np.asarray(starts[path])).max()) for path in starts if name in path
        )
        for name in PARTS
    }
    return bars("How far each part moved", **{name: round(distance, 3) for name, distance in far.items()})
