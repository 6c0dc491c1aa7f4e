"""What a solution of train-decay-before-adam is judged by.

The first input is always 0: only the decay moves its weights. The other inputs have different sizes. The rates are so
large that a decay which is multiplied by them is off by far, and the decays so large that the order of the parts shows.
"""

from typing import Any

import numpy as np

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, curve, normal


def case(name: str, *shape: int, outputs: int, seed: int, lr: float, decay: float) -> expect.Case:
    """Batches of this shape, with a first input that is always 0."""
    xs = normal(*shape, seed=seed) * np.geomspace(0.3, 3.0, shape[-1], dtype=np.float32)
    xs[..., 0] = 0.0
    ys: Any = 2.0 + xs @ normal(shape[-1], outputs, seed=seed + 1) + normal(*shape[:-1], outputs, seed=seed + 2)
    return expect.case(name, rtol=1e-3, atol=1e-3, seed=seed, xs=xs, ys=ys.astype(np.float32), lr=lr, decay=decay)


CASES = [
    case("twenty steps", 20, 5, 3, outputs=2, seed=1, lr=0.1, decay=0.05),
    case("a batch of one", 9, 1, 2, outputs=3, seed=4, lr=0.05, decay=0.2),
    case("little decay", 12, 4, 5, outputs=1, seed=11, lr=0.2, decay=0.02),
    case("one step", 1, 3, 4, outputs=2, seed=7, lr=0.3, decay=0.4),
]


def draw_quiet_weight(run: Run) -> Picture:
    def weight(run: Run) -> np.ndarray:
        return np.asarray(run.part("kernels"))[:, 0, 0]

    return curve("A weight of the input that is 0", yours=weight(run), reference=weight(run.expected()))
