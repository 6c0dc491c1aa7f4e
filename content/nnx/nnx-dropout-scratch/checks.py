"""What a solution of nnx-dropout-scratch is judged by.

The second output tells how many keys the first call took, and whether a mask is new in each call. Only who built
what cannot be seen in the values.
"""

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, heat, normal

CASES = [
    case("two calls in training", seed=0, x=normal(6, 24, seed=1) + 1.0, rate=0.3, deterministic=False),
    case("the first without dropout", seed=3, x=normal(5, 7, seed=2), rate=0.8, deterministic=True),
    case("a batch of images", seed=42, x=normal(2, 3, 4, 2, seed=3) - 1.0, rate=0.6, deterministic=False),
    case("one row, nothing is dropped", seed=1, x=normal(1, 5, seed=4), rate=0.0, deterministic=False),
]


def check_own(run: Run) -> None:
    """No nnx.Dropout does the work"""
    if run.modules(nnx.Dropout):
        expect.fail("Your function built an nnx.Dropout. Draw the mask in a module of your own.", "uses nnx.Dropout")


def draw_masks(run: Run) -> Picture:
    kept = np.asarray(run.output)[1] != 0
    return heat("What your second call kept, element by element", kept.astype(float))
