"""What a solution of bridge-frozen-dict is judged by.

What was drawn is returned at the end, so a tree that was changed in place shows. The kernel of zeros shows in the
first loss.
"""

import numpy as np

from flaxdrills.worker.expect import Case, Picture, Run, case, curve, normal


def data(name: str, n: int, d: int, out: int, *, seed: int, lr: float, steps: int) -> Case:
    """A case whose columns are not of mean 0."""
    x = np.float32(1.0) + np.float32(2.0) * normal(n, d, seed=seed + 70)
    return case(name, atol=1e-4, rtol=1e-4, seed=seed, x=x, y=normal(n, out, seed=seed + 71), lr=lr, steps=steps)


CASES = [
    data("8 rows, ten steps", 8, 3, 2, seed=0, lr=0.1, steps=10),
    data("one output, one step", 3, 5, 1, seed=7, lr=0.05, steps=1),
    data("six outputs, three steps", 5, 2, 6, seed=42, lr=0.2, steps=3),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
