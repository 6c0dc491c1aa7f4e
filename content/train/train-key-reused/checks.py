"""What a solution of train-key-reused is judged by.

The rows are waves, which lie in two dimensions, so most of the noise can be removed; what cannot is learnt by heart
where the noise is always the same. Adam amplifies what rounding does, so the values agree in three digits.
"""

from typing import Any

import numpy as np

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, curve, normal


def case(name: str, n: int, d: int, **others: Any) -> expect.Case:
    """A case of n waves at d places."""
    begin, place = np.linspace(0.0, 5.0, n)[:, None], np.linspace(0.0, 3.0, d)
    waves = np.sin(begin + place).astype(np.float32)
    return expect.case(name, rtol=1e-3, atol=1e-4, x=waves, fresh=normal(n, d, seed=n + d), **others)


CASES = [
    case("10 waves at 5 places, 40 steps", 10, 5, seed=0, lr=0.03, steps=40),
    case("a single wave, 2 steps", 1, 4, seed=5, lr=0.05, steps=2),
    case("3 waves at 7 places, 4 steps", 3, 7, seed=11, lr=0.1, steps=4),
]


def check_step(run: Run) -> None:
    """One trace of `step` does for all steps"""
    expect.traced(run, "step")


def draw_losses(run: Run) -> Picture:
    return curve("With the noise of the step, and with fresh noise", losses=run.part("losses"), tests=run.part("tests"))
