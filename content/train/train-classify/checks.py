"""What a solution of train-classify is judged by.

One case has as many rows as classes, where an argmax over the rows has the right shape. In one the inputs are so large
that a probability of float32 is zero. In two the only step is so long that the accuracy is a different one after it.
"""

import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, heat, normal

ROWS, COLUMNS = 9, 31


def moons(n: int) -> tuple[np.ndarray, np.ndarray]:
    """Two half circles that reach into each other: n points of each, and their classes."""
    angle = np.linspace(0.0, np.pi, n)
    upper = np.stack([np.cos(angle), np.sin(angle)], -1)
    lower = np.stack([1.0 - np.cos(angle), 0.5 - np.sin(angle)], -1)
    points = np.concatenate([upper, lower]) + 0.05 * normal(2 * n, 2, seed=0)
    return points.astype(np.float32), np.repeat(np.arange(2, dtype=np.int32), n)


def plane() -> np.ndarray:
    """The points of the map, from the upper left to the lower right."""
    down, right = np.meshgrid(np.linspace(1.2, -0.8, ROWS), np.linspace(-1.3, 2.3, COLUMNS), indexing="ij")
    return np.stack([right, down], -1).reshape(-1, 2).astype(np.float32)


X, Y = moons(20)

CASES = [
    case("two moons", seed=3, x=X, y=Y, classes=2, grid=plane(), lr=0.3, steps=30),
    case(
        "as many rows as classes",
        seed=1,
        x=normal(3, 4, seed=3),
        y=np.array([2, 2, 0], np.int32),
        classes=3,
        grid=normal(2, 4, seed=4),
        lr=1.0,
        steps=1,
    ),
    case(
        "logits far apart",
        seed=7,
        x=300.0 * normal(5, 3, seed=5),
        y=np.array([3, 0, 1, 2, 0], np.int32),
        classes=4,
        grid=normal(6, 3, seed=6),
        lr=1e-5,
        steps=2,
    ),
    case(
        "a batch of one",
        seed=42,
        x=normal(1, 2, seed=7),
        y=np.array([4], np.int32),
        classes=5,
        grid=normal(1, 2, seed=8),
        lr=1.0,
        steps=1,
    ),
]


def draw_map(run: Run) -> Picture:
    lower = np.asarray(run.part("map"), np.float64)[:, 1].reshape(ROWS, COLUMNS)
    return heat("How probable the lower moon is, over the plane", lower)
