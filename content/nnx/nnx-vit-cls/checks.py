"""What a solution of nnx-vit-cls is judged by.

Only the first case trains: the classes are two patterns, each once in each of six patches, and the rest is noise. So
the token has to learn where to look. Height and width differ in every case.
"""

import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, curve, heat, normal

PLACES = [(row, column) for row in (0, 2) for column in (0, 2, 4)]


def patterns() -> np.ndarray:
    """Twelve images of 4 by 6 places, two with a pattern in each patch; the sign of its left column is the class."""
    images = 0.2 * normal(12, 4, 6, 1, seed=1)
    for n in range(12):
        row, column = PLACES[n // 2]
        images[n, row : row + 2, column] += 2.0 if n % 2 else -2.0
        images[n, row : row + 2, column + 1] += 2.0
    return images


CASES = [
    case(
        "a pattern in one patch, 30 steps",
        rtol=5e-3,
        atol=5e-3,
        seed=4,
        images=patterns(),
        labels=np.arange(12, dtype=np.int32) % 2,
        patch=2,
        d=8,
        heads=2,
        layers=1,
        classes=2,
        steps=30,
    ),
    case(
        "one image, two layers, three channels",
        rtol=1e-4,
        atol=1e-5,
        seed=3,
        images=normal(1, 6, 3, 3, seed=2) - 1.0,
        labels=np.array([1], np.int32),
        patch=3,
        d=6,
        heads=3,
        layers=2,
        classes=3,
        steps=0,
    ),
    case(
        "patches of one place",
        rtol=1e-4,
        atol=1e-5,
        seed=42,
        images=2.0 * normal(2, 2, 3, 2, seed=3),
        labels=np.array([0, 3], np.int32),
        patch=1,
        d=4,
        heads=1,
        layers=1,
        classes=4,
        steps=0,
    ),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))


def draw_looks(run: Run) -> Picture:
    names = [f"pattern in {n // 2}" for n in range(12)]
    return heat("Where the token looks, of the patches 0 to 5", run.part("looks").mean(axis=1), names)
