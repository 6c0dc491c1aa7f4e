"""What a solution of nnx-state-path-map is judged by.

The biases are random, so a rule that changes them shows; and so does one that reaches the head. A first model that was
changed after its output was taken gives the right numbers: that is for the mechanism check.
"""

import numpy as np

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("three layers", seed=0, x=normal(4, 3, seed=1), depth=3, decay=0.5),
    case("a single layer", seed=1, x=normal(2, 5, seed=2), depth=1, decay=0.1),
    case("four layers, a batch of one", seed=42, x=-2.0 * normal(1, 2, seed=3), depth=4, decay=-0.8),
]


def check_first(run: Run) -> None:
    """The first model is as it was built"""
    expect.original_kept(run, "kernel", "bias")


def check_second(run: Run) -> None:
    """`after` comes out of a call of a model"""
    expect.answered_by(run, "nnx", part=int(np.size(run.part(0))), told="`after`")
