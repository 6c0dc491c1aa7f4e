"""What a solution of train-shuffled-apart is judged by.

`y` follows `x` closely, so that a run with parted rows ends far from the right one. The number of rows is a multiple
of the batch in one case only, and one case is a single batch of fewer rows than the data. No two cases share shapes.
"""

import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, curve, normal


def answers(x: np.ndarray, out: int, seed: int) -> np.ndarray:
    """What a linear model with an offset answers to `x`, with a little noise; float32 of shape (n, out)."""
    clean = x @ (2.0 * normal(x.shape[1], out, seed=seed)) - 1.0
    return (clean + 0.1 * normal(len(x), out, seed=seed + 1)).astype(np.float32)


X = [normal(13, 3, seed=1), normal(9, 1, seed=2), normal(4, 2, seed=3), normal(7, 4, seed=4)]
CASES = [
    case("13 rows", seed=0, x=X[0], y=answers(X[0], 2, 11), lr=0.1, epochs=12),
    case("9 rows of one input", seed=1, x=X[1], y=answers(X[1], 3, 13), lr=0.1, epochs=5),
    case("4 rows, one epoch", seed=7, x=X[2], y=answers(X[2], 1, 15), lr=0.2, epochs=1),
    case("7 rows", seed=42, x=X[3], y=answers(X[3], 2, 17), lr=0.05, epochs=4),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss after each epoch", yours=run.part("losses"), reference=run.expected().part("losses"))
