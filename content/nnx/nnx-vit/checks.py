"""What a solution of nnx-vit is judged by.

Only the first case trains. Its classes say in which half of the image the bright square is, so positions matter.
Height and width differ in every case.
"""

import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, curve, normal


def bright_squares() -> np.ndarray:
    """Six images of 4 by 6 places; a bright square is on the left in the first three, on the right in the others."""
    images = 0.3 * normal(6, 4, 6, 1, seed=1)
    for n, (row, column) in enumerate([(0, 0), (2, 0), (1, 1), (0, 4), (2, 4), (1, 3)]):
        images[n, row : row + 2, column : column + 2] += 2.0
    return images


CASES = [
    case(
        "left or right, 20 steps",
        rtol=3e-3,
        atol=3e-3,
        seed=0,
        images=bright_squares(),
        labels=np.array([0, 0, 0, 1, 1, 1], np.int32),
        patch=2,
        d=8,
        heads=2,
        layers=1,
        classes=2,
        steps=20,
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
