"""What a solution of train-ema-zero is judged by.

The decay is so near to 1 that the weights of all steps together are far from 1. The fresh Params are not small, so
that an average that begins with them is seen. No two cases share their shapes.
"""

from typing import Any

import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, curve, normal


def blobs(steps: int, n: int, d_in: int, classes: int, rows: int, seed: int) -> dict[str, Any]:
    """Batches and test rows around one centre for each class."""
    centres = 2.0 * normal(classes, d_in, seed=seed)
    numbers = np.random.default_rng(seed)
    labels = numbers.integers(classes, size=(steps, n)).astype(np.int32)
    own = (np.arange(rows) % classes).astype(np.int32)
    xs = centres[labels] + normal(steps, n, d_in, seed=seed + 1)
    test = centres[own] + normal(rows, d_in, seed=seed + 2)
    return {
        "xs": xs.astype(np.float32),
        "labels": labels,
        "test": (test.astype(np.float32), own),
        "classes": classes,
    }


CLOSE = {"rtol": 1e-4, "atol": 1e-5}
CASES = [
    case("10 batches, 3 classes", seed=0, **blobs(10, 5, 2, 3, rows=12, seed=1), lr=0.3, decay=0.97, **CLOSE),
    case("one test row", seed=5, **blobs(4, 1, 4, 2, rows=1, seed=11), lr=0.1, decay=0.9, **CLOSE),
    case("one step", seed=11, **blobs(1, 7, 3, 5, rows=6, seed=21), lr=0.5, decay=0.99, **CLOSE),
]


def draw_losses(run: Run) -> Picture:
    return curve(
        "The loss of the average on the test rows",
        yours=run.part("averaged"),
        reference=run.expected().part("averaged"),
    )
