"""What a solution of train-clip-chain is judged by.

In the first case a batch in the middle is far off, so that its gradient is clipped and the momentum after it shows what
it was given. In the second all are clipped, in the third none. No two cases share their shapes.
"""

import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, curve, normal


def answers(steps: int, n: int, out: int, seed: int, far: int | None = None) -> np.ndarray:
    """Answers around 0; float32 of shape (steps, n, out). Those of the batch `far` are 40 times as far away."""
    y = normal(steps, n, out, seed=seed)
    if far is not None:
        y[far] *= 40.0
    return y


CASES = [
    case("one bad batch", seed=0, xs=normal(9, 5, 3, seed=1), ys=answers(9, 5, 2, seed=2, far=3), lr=0.05, limit=2.0),
    case("all are too long", seed=1, xs=normal(4, 1, 2, seed=3), ys=3.0 + answers(4, 1, 3, seed=4), lr=0.2, limit=0.1),
    case("none is too long", seed=7, xs=normal(3, 6, 4, seed=5), ys=answers(3, 6, 1, seed=6), lr=0.1, limit=500.0),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
