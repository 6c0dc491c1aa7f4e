"""What a solution of train-inject-hyperparams is judged by.

The rates are too large at first, so that the loss rises several times. No two losses that follow each other are near.
"""

from typing import Any

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, curve, normal


def case(name: str, **arguments: Any) -> expect.Case:
    """A case that allows for how a training makes differences of rounding larger."""
    return expect.case(name, rtol=1e-3, atol=1e-3, **arguments)


CASES = [
    case("twelve steps", seed=0, x=normal(7, 3, seed=1), y=1.0 + normal(7, 2, seed=2), lr=0.4, steps=12),
    case("a batch of one", seed=1, x=normal(1, 2, seed=3), y=normal(1, 3, seed=4), lr=0.3, steps=8),
    case("one output", seed=7, x=2.0 * normal(5, 4, seed=5), y=normal(5, 1, seed=6) - 2.0, lr=0.1, steps=10),
    case("one step", seed=42, x=normal(4, 1, seed=7), y=normal(4, 5, seed=8), lr=0.3, steps=1),
]


def check_step(run: Run) -> None:
    """`step` is compiled, and traced only once"""
    expect.traced(run, "step")


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
