"""What a solution of train-loop is judged by.

In two cases rows are left over. An order that is used again shows from the second epoch on, and an optimizer that is
built anew in the second step of an epoch, by its momentum.
"""

import numpy as np

from flaxdrills.worker import expect
from flaxdrills.worker.checks.tracing import primitives
from flaxdrills.worker.expect import Picture, Run, case, curve, normal

WAVE = np.linspace(-1.5, 1.5, 22, dtype=np.float32)[:, None]

CASES = [
    case("22 rows in batches of 5", seed=0, x=WAVE, y=np.sin(1.5 * WAVE), size=5, epochs=6, lr=0.1),
    case("batches of one", seed=1, x=normal(3, 4, seed=3), y=normal(3, 2, seed=4), size=1, epochs=2, lr=0.02),
    case("a single batch", seed=7, x=normal(6, 2, seed=5), y=-2.0 * normal(6, 3, seed=6), size=6, epochs=3, lr=0.1),
    case("more than half", seed=42, x=normal(7, 3, seed=7), y=1.0 + normal(7, 1, seed=8), size=4, epochs=4, lr=0.1),
]


def check_step(run: Run) -> None:
    """`step` is compiled, and traced only once"""
    if run.recorder.traced["step"] == 0 and (found := primitives(run)) and found["scan"]:
        # The body of a scan is traced once, and compiled with it.
        return
    expect.traced(run, "step")


def draw_losses(run: Run) -> Picture:
    own, reference = (np.ravel(one.part("losses")) for one in (run, run.expected()))
    return curve("The loss before each step", yours=own, reference=reference)
