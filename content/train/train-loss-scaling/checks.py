"""What a solution of train-loss-scaling is judged by.

In the first and third case the weight is so small that float16 loses the gradients without a scale. In the others the
scale is too large at first, or grows until it is, or a loud batch ends a row of good steps; in the last, only the
hidden layer overflows. No gradient is near the largest number of float16. What is computed
in float16 may be fused, so values agree in about two digits only.
"""

from typing import Any

import numpy as np

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, curve, normal


def case(name: str, **arguments: Any) -> expect.Case:
    """A case whose values agree as far as float16 goes."""
    return expect.case(name, rtol=3e-2, atol=1e-2, **arguments)


def batches(*shape: int, outputs: int, seed: int, again: int = 0, loud: int | None = None) -> dict[str, Any]:
    """Batches of inputs, and answers that a network can learn; or one batch, so many times. One may be loud."""
    xs = normal(*shape, seed=seed)
    if again:
        xs = np.stack([xs] * again)
    ys = 1.0 + xs @ normal(shape[-1], outputs, seed=seed + 1)
    if loud is not None:
        ys[loud] *= 8.0
    return {"xs": xs, "ys": ys}


CASES = [
    case(
        "a small weight",
        seed=0,
        **batches(5, 3, outputs=2, seed=1, again=20),
        weight=1e-8,
        lr=0.03,
        scale=2.0**20,
        patience=6,
    ),
    case(
        "too large a scale, a batch of one",
        seed=1,
        **batches(9, 1, 4, outputs=3, seed=3, loud=4),
        weight=1.0,
        lr=0.02,
        scale=2.0**18,
        patience=2,
    ),
    case(
        "one step of patience",
        seed=7,
        **batches(12, 3, 2, outputs=1, seed=5),
        weight=3e-8,
        lr=0.02,
        scale=2.0**36,
        patience=1,
    ),
    case(
        "one step, skipped",
        seed=42,
        **batches(1, 6, 1, outputs=4, seed=7),
        weight=1.0,
        lr=0.1,
        scale=2.0**16,
        patience=3,
    ),
]


def draw_losses(run: Run) -> Picture:
    return curve(
        "The loss before each step",
        yours=run.part("losses"),
        reference=run.expected().part("losses"),
    )
