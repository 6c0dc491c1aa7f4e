"""What a solution of train-best-snapshot is judged by.

In the first two cases the lowest loss is in the middle, and both the Params and the running statistics have moved
since. No two cases share their shapes.
"""

import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, curve, normal


def noisy(steps: int, n: int, d_in: int, d_out: int, rows: int, seed: int) -> dict[str, np.ndarray]:
    """Batches with much noise, and test rows without any, of the same rule. The inputs wander from batch to batch."""
    rule = 0.7 * normal(d_in, d_out, seed=seed)
    xs = normal(steps, n, d_in, seed=seed + 1) + normal(steps, 1, d_in, seed=seed + 2)
    ys = np.sin(xs @ rule) + 0.7 * normal(steps, n, d_out, seed=seed + 3)
    x_test = normal(rows, d_in, seed=seed + 4)
    arrays = {"xs": xs, "ys": ys, "x_test": x_test, "y_test": np.sin(x_test @ rule)}
    return {name: array.astype(np.float32) for name, array in arrays.items()}


CLOSE = {"rtol": 1e-4, "atol": 1e-5}
CASES = [
    case("16 batches of 5 rows", seed=0, **noisy(16, 5, 2, 1, rows=20, seed=1), lr=0.2, **CLOSE),
    case("one test row", seed=5, **noisy(7, 2, 3, 2, rows=1, seed=11), lr=0.1, **CLOSE),
    case("one step", seed=11, **noisy(1, 3, 1, 3, rows=6, seed=21), lr=0.2, **CLOSE),
]


def draw_losses(run: Run) -> Picture:
    losses = np.asarray(run.part("losses"))
    again = np.full_like(losses, np.asarray(run.part("again")))
    return curve("The loss after each step, and that of the kept model", losses=losses, kept=again)
