"""What a solution of train-distill is judged by.

The rate is large and the steps are several, so that a gradient which leaks from the exit into the network moves its
Params by far more than the tolerance. In the case of one step only one leak at a time is measured, on one row.
"""

from typing import Any

import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, curve, normal


def rings(n: int, d_in: int, classes: int, seed: int) -> dict[str, Any]:
    """Rows whose class is how far from the middle they are: what no exit after one layer answers well."""
    x = 1.5 * normal(n, d_in, seed=seed)
    far = np.sqrt((x**2).mean(axis=1))
    labels = np.minimum(far * classes / 2.5, classes - 1).astype(np.int32)
    return {"x": x.astype(np.float32), "labels": labels, "classes": classes}


CLOSE = {"rtol": 1e-3, "atol": 1e-4}
CASES = [
    case("12 steps, 3 classes", seed=0, **rings(31, 2, 3, seed=1), lr=0.7, steps=12, **CLOSE),
    case("a batch of one, one step", seed=5, **rings(1, 4, 5, seed=2), lr=0.7, steps=1, **CLOSE),
    case("one input, 2 classes", seed=11, **rings(7, 1, 2, seed=3), lr=0.3, steps=4, **CLOSE),
]


def draw_head(run: Run) -> Picture:
    return curve("The head's loss", yours=run.part("losses"), reference=run.expected().part("losses"))


def draw_quick(run: Run) -> Picture:
    return curve("The loss of the quick exit", yours=run.part("quick"), reference=run.expected().part("quick"))
