"""What a solution of nnx-jit-basics is judged by.

The rate differs from step to step, in all cases but the last one, so a step whose rate is frozen shows in the losses.
How often it was traced only the mechanism check tells. No two cases share their shapes, so a step that is compiled
for all calls is traced in each.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CASES = [
    case(
        "8 steps, 5 of them warm-up",
        seed=0,
        x=normal(6, 3, seed=1),
        y=2.0 + normal(6, 2, seed=2),
        lr=0.3,
        warmup=5,
        steps=8,
    ),
    case(
        "a batch of one, two steps",
        seed=1,
        x=normal(1, 4, seed=3),
        y=normal(1, 3, seed=4),
        lr=0.05,
        warmup=2,
        steps=2,
    ),
    case(
        "a warm-up longer than the training",
        seed=7,
        x=normal(5, 2, seed=5),
        y=-3.0 * normal(5, 1, seed=6),
        lr=0.2,
        warmup=9,
        steps=4,
    ),
    case(
        "a warm-up of one step",
        seed=42,
        x=2.0 * normal(4, 1, seed=7),
        y=normal(4, 5, seed=8),
        lr=0.02,
        warmup=1,
        steps=3,
    ),
]


def check_step(run: Run) -> None:
    """`step` is compiled, and traced only once"""
    expect.traced(run, "step")


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
