"""What a solution of train-ema is judged by.

The batches are small and the answers noisy, so that the live Params jump about. The inputs are far from mean 0 and
variance 1, so the running statistics move for a long time, and an average of them is seen. In one case there is a
single test row. No two cases share their shapes.
"""

import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, curve, normal


def batches(steps: int, n: int, d_in: int, d_out: int, seed: int) -> dict[str, np.ndarray]:
    """Noisy batches, and test rows without noise, of the same rule: the sine of a sum of the inputs."""
    rule = 0.7 * normal(d_in, d_out, seed=seed)
    xs = (1.0 + 2.0 * normal(steps, n, d_in, seed=seed + 1)).astype(np.float32)
    ys = (np.sin(xs @ rule) + 0.6 * normal(steps, n, d_out, seed=seed + 2)).astype(np.float32)
    return {"xs": xs, "ys": ys}


def tests(m: int, d_in: int, d_out: int, seed: int) -> dict[str, np.ndarray]:
    rule = 0.7 * normal(d_in, d_out, seed=seed)
    x = (1.0 + 2.0 * normal(m, d_in, seed=seed + 3)).astype(np.float32)
    return {"x_test": x, "y_test": np.sin(x @ rule).astype(np.float32)}


CLOSE = {"rtol": 1e-4, "atol": 1e-5}
CASES = [
    case(
        "16 batches of 4 rows",
        seed=0,
        **batches(16, 4, 2, 1, seed=1),
        **tests(32, 2, 1, seed=1),
        lr=0.3,
        decay=0.8,
        **CLOSE,
    ),
    case(
        "one test row",
        seed=5,
        **batches(5, 2, 3, 2, seed=11),
        **tests(1, 3, 2, seed=11),
        lr=0.1,
        decay=0.6,
        **CLOSE,
    ),
    case(
        "one step",
        seed=11,
        **batches(1, 3, 1, 3, seed=21),
        **tests(5, 1, 3, seed=21),
        lr=0.2,
        decay=0.3,
        **CLOSE,
    ),
]


def draw_evaluations(run: Run) -> Picture:
    return curve(
        "The loss on the test rows after each step",
        live=run.part("live"),
        averaged=run.part("averaged"),
        reference=run.expected().part("averaged"),
    )
