"""What a solution of nnx-perturb-grad is judged by.

The gradients at the outputs of the blocks; those before the tanh, at the inputs or of the Params are other numbers.
"""

import numpy as np

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, bars, case, normal

CAPTURE = expect.watch("nnx.capture")

CASES = [
    case("3 blocks, 5 rows", seed=0, x=normal(5, 3, seed=1), y=normal(5, 1, seed=2), depth=3),
    case("one block, a batch of one", seed=7, x=normal(1, 6, seed=3), y=normal(1, 1, seed=4) + 2.0, depth=1),
    case("11 blocks", seed=15, x=normal(2, 2, seed=5), y=normal(2, 1, seed=6), depth=11),
]


def check_capture(run: Run) -> None:
    """nnx.capture is called"""
    expect.calls(run, CAPTURE)


def draw_sizes(run: Run) -> Picture:
    sizes = np.abs(np.asarray(run.part("grads"))).mean((1, 2))
    return bars("The mean size of the gradient at each block", **{f"block {i}": size for i, size in enumerate(sizes)})
