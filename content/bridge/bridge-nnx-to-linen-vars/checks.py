"""What a solution of bridge-nnx-to-linen-vars is judged by.

The rows are far from mean 0 and variance 1, so that averages which did not move show. The names decide as well.
"""

import numpy as np

from flaxdrills.worker.expect import Case, Picture, Run, case, curve, normal


def data(name: str, n: int, d: int, out: int, *, seed: int, lr: float, steps: int) -> Case:
    """A case whose columns have means and spreads of their own."""
    x = np.float32(3.0) * normal(d, seed=seed + 60) + np.float32(2.0) * normal(n, d, seed=seed + 61)
    return case(name, atol=1e-4, rtol=1e-4, seed=seed, x=x, y=normal(n, out, seed=seed + 62), lr=lr, steps=steps)


CASES = [
    data("8 rows, ten steps", 8, 3, 2, seed=0, lr=0.1, steps=10),
    data("one output, one step", 3, 5, 1, seed=7, lr=0.05, steps=1),
    data("as many outputs as hidden units", 5, 6, 6, seed=42, lr=0.2, steps=3),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss of the training", yours=run.part("losses"))
