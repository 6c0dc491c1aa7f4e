"""What a solution of nnx-capture-sow is judged by.

The cell runs several times, so one that keeps a single value shows; three layers and their calls show a second pass.
"""

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CAPTURE = expect.watch("nnx.capture")

CASES = [
    case("4 rounds, 3 rows", seed=0, x=normal(3, 5, seed=1), rounds=4),
    case("one round", seed=6, x=normal(2, 2, seed=2), rounds=1),
    case("11 rounds, a batch of one", seed=13, x=2.0 * normal(1, 3, seed=3), rounds=11),
]


def check_capture(run: Run) -> None:
    """nnx.capture is called"""
    expect.calls(run, CAPTURE)


def check_one_pass(run: Run) -> None:
    """The model is called once"""
    expect.calls_module(run, nnx.Linear, times=2 + run.arguments["rounds"])


def draw_sizes(run: Run) -> Picture:
    return curve(
        "The mean size of the hidden state, round by round",
        yours=np.abs(run.part("hidden")).mean((1, 2)),
        reference=np.abs(run.expected().part("hidden")).mean((1, 2)),
    )
