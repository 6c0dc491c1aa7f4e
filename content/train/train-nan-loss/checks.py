"""What a solution of train-nan-loss is judged by.

In the second case a column is wholly unknown, and so its kernel must stay as it was drawn. In the third, a batch of one
row, leaving out rows with a gap leaves nothing. In the last nothing is unknown. No two cases share their shapes.
"""

import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, curve, normal


def gaps(y: np.ndarray, *places: tuple[int, int]) -> np.ndarray:
    """`y` with nan at these places; a row of -1 is the whole column."""
    y = y.copy()
    for row, column in places:
        y[slice(None) if row < 0 else row, column] = np.nan
    return y


CASES = [
    case(
        "7 rows, 5 gaps",
        seed=0,
        x=normal(7, 3, seed=1),
        y=gaps(2.0 + normal(7, 2, seed=2), (0, 0), (2, 1), (3, 1), (3, 0), (6, 0)),
        lr=0.2,
        steps=16,
    ),
    case(
        "a column of gaps",
        seed=1,
        x=normal(5, 2, seed=3),
        y=gaps(-1.0 + normal(5, 3, seed=4), (-1, 1), (4, 2)),
        lr=0.3,
        steps=9,
    ),
    case(
        "a batch of one",
        seed=7,
        x=normal(1, 4, seed=5),
        y=gaps(3.0 * normal(1, 3, seed=6), (0, 2)),
        lr=0.1,
        steps=4,
    ),
    case("no gap, one step", seed=42, x=normal(6, 1, seed=7), y=normal(6, 1, seed=8), lr=0.05, steps=1),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
