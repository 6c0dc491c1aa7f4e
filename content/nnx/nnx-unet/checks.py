"""What a solution of nnx-unet is judged by.

Only the first case trains: the targets are the edges of the images, which are one place wide. Height and width differ
in every case.
"""

import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, curve, heat, normal


def boxes() -> np.ndarray:
    """Two images of 8 by 12 places with a box in each."""
    images = np.zeros((2, 8, 12, 1), np.float32)
    images[0, 1:6, 2:9] = 1.0
    images[1, 3:7, 4:11] = 1.0
    return images


def edges(images: np.ndarray) -> np.ndarray:
    """What is bright, and has something dark to its left or above it, or behind it."""
    inner = images.copy()
    for shift in (-1, 1):
        for axis in (1, 2):
            inner = np.minimum(inner, np.roll(images, shift, axis))
    return images - inner


CASES = [
    case(
        "edges of boxes, 40 steps",
        rtol=1e-2,
        atol=1e-2,
        seed=1,
        images=boxes(),
        targets=edges(boxes()),
        features=4,
        steps=40,
    ),
    case(
        "one image of three channels",
        rtol=1e-4,
        atol=1e-5,
        seed=3,
        images=1.0 + normal(1, 4, 8, 3, seed=2),
        targets=normal(1, 4, 8, 1, seed=3),
        features=2,
        steps=0,
    ),
    case(
        "three images",
        rtol=1e-4,
        atol=1e-5,
        seed=42,
        images=2.0 * normal(3, 8, 4, 2, seed=4),
        targets=normal(3, 8, 4, 1, seed=5),
        features=3,
        steps=0,
    ),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))


def draw_output(run: Run) -> Picture:
    return heat("What the model draws for the first image", run.part("output")[0, :, :, 0])
