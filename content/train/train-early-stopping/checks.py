"""What a solution of train-early-stopping is judged by.

The first training overfits: its losses fall, turn and rise. In the second each fall is smaller than `min_delta`, so
that only several of them together are better. The third jumps up and down, and the fourth never loses its patience. In
the last the patience ends with the last step that is allowed. No two cases share their shapes.
"""

from typing import Any

import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, curve, normal


def rows(n: int, m: int, d_in: int, d_out: int, noise: float, seed: int) -> dict[str, Any]:
    """Few noisy rows to train with, and others without noise, of one linear rule."""
    rule = normal(d_in, d_out, seed=seed)
    x, x_test = normal(n, d_in, seed=seed + 1), normal(m, d_in, seed=seed + 2)
    pairs = {"train": (x, x @ rule + noise * normal(n, d_out, seed=seed + 3)), "test": (x_test, x_test @ rule)}
    return {name: (a.astype(np.float32), b.astype(np.float32)) for name, (a, b) in pairs.items()}


CASES = [
    case("a loss that turns", seed=0, **rows(6, 20, 5, 1, 1.5, seed=1), lr=0.1, steps=60, patience=5, min_delta=0.0),
    case("small falls", seed=1, **rows(9, 7, 3, 2, 0.1, seed=11), lr=0.03, steps=60, patience=4, min_delta=0.2),
    case("up and down", seed=2, **rows(5, 4, 4, 1, 1.0, seed=21), lr=0.4, steps=40, patience=3, min_delta=0.0),
    case("steps run out", seed=3, **rows(8, 1, 2, 3, 0.0, seed=31), lr=0.05, steps=9, patience=4, min_delta=0.0),
    case("two steps", seed=4, **rows(1, 2, 1, 1, 0.0, seed=41), lr=0.1, steps=2, patience=1, min_delta=50.0),
]


def draw_losses(run: Run) -> Picture:
    return curve(
        "The loss on the test rows, until the stop", yours=run.part("losses"), reference=run.expected().part("losses")
    )
