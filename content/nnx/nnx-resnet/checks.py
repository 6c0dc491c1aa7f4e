"""What a solution of nnx-resnet is judged by.

Only the first case trains. Height and width differ, are odd in two cases, and the labels are
stripes that lie or stand.
"""

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, curve, normal


def stripes() -> np.ndarray:
    """Six images of 5 by 6 places; the first three have stripes that lie, the others stripes that stand."""
    rows, columns = np.mgrid[:5, :6]
    images = np.stack([rows % 2] * 3 + [columns % 2] * 3).astype(np.float32)[..., None]
    return images + 0.3 * normal(6, 5, 6, 1, seed=1)


CASES = [
    case(
        "stripes, 12 steps",
        rtol=2e-3,
        atol=2e-3,
        seed=0,
        images=stripes(),
        labels=np.array([0, 0, 0, 1, 1, 1], np.int32),
        width=4,
        classes=2,
        steps=12,
    ),
    case(
        "a batch of one",
        rtol=1e-4,
        atol=1e-5,
        seed=3,
        images=1.0 + normal(1, 4, 7, 3, seed=2),
        labels=np.array([1], np.int32),
        width=2,
        classes=3,
        steps=0,
    ),
    case(
        "three images, four classes",
        rtol=1e-4,
        atol=1e-5,
        seed=42,
        images=normal(3, 7, 4, 2, seed=3),
        labels=np.array([2, 0, 3], np.int32),
        width=3,
        classes=4,
        steps=0,
    ),
]


def check_convolutions(run: Run) -> None:
    """The model has six convolutions: only the second block has one for its shortcut"""
    models = [one for one in run.modules() if "head" in vars(one)]
    expect.some(models, lambda model: expect.submodule_count(model, nnx.Conv, 6), "No module has a head.")


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
