"""What a solution of train-bn-dropout-step is judged by.

Averages that stay at their beginning show in the evaluations, and a mask that comes back in the losses. The inputs are
far from mean 0 and variance 1.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CASES = [
    case("9 rows, 12 steps", seed=0, x=1.0 + 3.0 * normal(9, 3, seed=1), y=normal(9, 2, seed=2), lr=0.1, steps=12),
    case("two rows, 3 steps", seed=5, x=normal(2, 4, seed=3), y=normal(2, 3, seed=4) - 1.0, lr=0.05, steps=3),
    case("one output, one step", seed=11, x=2.0 * normal(5, 2, seed=5), y=normal(5, 1, seed=6), lr=0.2, steps=1),
]


def check_traces(run: Run) -> None:
    """`step` and `evaluate` are compiled, and each is traced only once"""
    expect.traced(run, "step")
    expect.traced(run, "evaluate")


def draw_evals(run: Run) -> Picture:
    return curve(
        "The loss in eval mode, after each step", yours=run.part("evals"), reference=run.expected().part("evals")
    )
