"""What a solution of train-schedule-late is judged by.

One warmup is longer than the training, one is a single step, and one ends within it. No two cases share their shapes.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CASES = [
    case("4 of 9 steps", seed=0, xs=normal(9, 5, 3, seed=1), ys=1.0 + normal(9, 5, 2, seed=2), peak=0.3, warmup=4),
    case("one step of warmup", seed=1, xs=normal(3, 1, 2, seed=3), ys=normal(3, 1, 3, seed=4), peak=0.2, warmup=1),
    case(
        "longer than the training", seed=7, xs=normal(4, 6, 4, seed=5), ys=normal(4, 6, 1, seed=6), peak=0.5, warmup=7
    ),
    case("one step", seed=42, xs=normal(1, 3, 1, seed=7), ys=normal(1, 3, 4, seed=8), peak=0.4, warmup=2),
]


def check_optimizer(run: Run) -> None:
    """An nnx.Optimizer is built"""
    if not run.objects(nnx.Optimizer):
        expect.fail("Your function built no nnx.Optimizer.")


def check_step(run: Run) -> None:
    """`step` is compiled, and traced only once"""
    expect.traced(run, "step")


def draw_rates(run: Run) -> Picture:
    return curve("The learning rate of each step", yours=run.part("rates"), reference=run.expected().part("rates"))
