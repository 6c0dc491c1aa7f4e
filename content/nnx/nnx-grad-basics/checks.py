"""What a solution of nnx-grad-basics is judged by.

Each loss after the first one depends on the length of all gradients before it. There are cases in which all steps are
limited, none is, and only the first ones are: a length that is always made `max_norm` shows in the last two.
"""

import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, curve, normal


def with_outlier(y: np.ndarray, value: float) -> np.ndarray:
    """The targets, with one row far off."""
    y[1] = value
    return y


CASES = [
    case(
        "one row far off",
        seed=0,
        x=normal(7, 3, seed=1),
        y=with_outlier(normal(7, 2, seed=2), 20.0),
        hidden=6,
        lr=0.1,
        max_norm=1.0,
        steps=12,
    ),
    case(
        "a batch of one",
        seed=1,
        x=normal(1, 4, seed=3),
        y=normal(1, 3, seed=4),
        hidden=5,
        lr=0.2,
        max_norm=0.3,
        steps=4,
    ),
    case(
        "never too long",
        seed=7,
        x=normal(5, 2, seed=5),
        y=normal(5, 1, seed=6),
        hidden=4,
        lr=0.05,
        max_norm=50.0,
        steps=4,
    ),
    case(
        "too long at first",
        seed=42,
        x=normal(6, 5, seed=7),
        y=2.0 + normal(6, 4, seed=8),
        hidden=3,
        lr=0.4,
        max_norm=1.6,
        steps=6,
    ),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part(), reference=run.expected().output)
