"""What a solution of train-donated-state is judged by.

The noise is large, so that the Params of different steps differ. In one case a step comes after the last set, and in
another one each step is kept. No two cases share their shapes.
"""

import numpy as np

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal


def batches(steps: int, n: int, d_in: int, d_out: int, seed: int) -> dict[str, np.ndarray]:
    """Noisy batches of the sine of a sum of the inputs."""
    xs = normal(steps, n, d_in, seed=seed)
    ys = np.sin(xs @ normal(d_in, d_out, seed=seed + 1)) + 0.6 * normal(steps, n, d_out, seed=seed + 2)
    return {"xs": xs, "ys": ys.astype(np.float32)}


CLOSE = {"rtol": 1e-4, "atol": 1e-5}
CASES = [
    case("7 steps, each second is kept", seed=0, **batches(7, 5, 2, 1, seed=1), every=2, lr=0.1, **CLOSE),
    case("batches of one, each step is kept", seed=5, **batches(4, 1, 3, 2, seed=11), every=1, lr=0.05, **CLOSE),
    case("two sets", seed=11, **batches(6, 2, 1, 3, seed=21), every=3, lr=0.2, **CLOSE),
]


def check_donated(run: Run) -> None:
    """The Params are donated to the steps"""
    expect.donated(run, "kernel")
