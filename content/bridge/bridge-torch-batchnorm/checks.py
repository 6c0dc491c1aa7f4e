"""What a solution of bridge-torch-batchnorm is judged by.

The batches are small, so that the divisor shows, and far from the averages that are loaded. In one case the momentum is
0.5, where both conventions agree, and in one there is a single batch.
"""

import numpy as np

from flaxdrills.worker.expect import Case, Picture, Run, bars, case, normal


def trained(name: str, k: int, n: int, d: int, m: int, momentum: float, seed: int) -> Case:
    """A case with the state dict of a BatchNorm, and batches with a mean and a spread of their own."""
    state = {
        "weight": 1.0 + 0.3 * normal(d, seed=seed),
        "bias": normal(d, seed=seed + 1),
        "running_mean": 2.0 * normal(d, seed=seed + 2),
        "running_var": 1.0 + abs(normal(d, seed=seed + 3)),
    }
    shift = np.float32(3.0) * normal(d, seed=seed + 4)
    batches = shift + np.float32(2.0) * normal(k, n, d, seed=seed + 5)
    return case(
        name, atol=1e-4, rtol=1e-4, state=state, batches=batches, x=normal(m, d, seed=seed + 6), momentum=momentum
    )


CASES = [
    trained("six batches of three rows", k=6, n=3, d=4, m=5, momentum=0.1, seed=0),
    trained("one batch of two, a single row to evaluate", k=1, n=2, d=3, m=1, momentum=0.3, seed=10),
    trained("momentum 0.5, five channels", k=3, n=7, d=5, m=2, momentum=0.5, seed=20),
]


def draw_variances(run: Run) -> Picture:
    return bars(
        "The running variance of the first channel",
        loaded=run.arguments["state"]["running_var"][0],
        yours=run.part("var")[0],
        PyTorch=run.expected().part("var")[0],
    )
