"""What a solution of train-leaked-eval is judged by.

The test rows have another mean and another spread than those that train. One case has a single test row, whose own
standard deviation is 0. No two cases share their shapes.
"""

import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, curve, normal

SLOPES = np.array([1.0, -2.0, 0.5, 3.0], np.float32)


def rows(n: int, d_in: int, d_out: int, seed: int, shift: float, spread: float) -> tuple[np.ndarray, np.ndarray]:
    """Inputs with this mean and spread, and answers that follow them."""
    x = shift + spread * normal(n, d_in, seed=seed)
    y = x @ np.tile(SLOPES[:d_in, None], d_out) + 0.3 * normal(n, d_out, seed=seed + 1)
    return x.astype(np.float32), y.astype(np.float32)


CASES = [
    case(
        "9 rows train, 4 test",
        seed=0,
        train=rows(9, 3, 2, seed=1, shift=2.0, spread=1.5),
        test=rows(4, 3, 2, seed=3, shift=3.0, spread=2.5),
        lr=0.3,
        steps=12,
    ),
    case(
        "one test row",
        seed=1,
        train=rows(5, 2, 3, seed=5, shift=-1.0, spread=0.5),
        test=rows(1, 2, 3, seed=7, shift=1.0, spread=1.0),
        lr=0.2,
        steps=6,
    ),
    case(
        "more rows test than train",
        seed=7,
        train=rows(4, 1, 1, seed=9, shift=0.0, spread=3.0),
        test=rows(11, 1, 1, seed=11, shift=5.0, spread=0.2),
        lr=0.1,
        steps=1,
    ),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
