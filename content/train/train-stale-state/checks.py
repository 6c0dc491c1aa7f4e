"""What a solution of train-stale-state is judged by.

The second answers are the opposite of the first, so that the momentum of the first training points the wrong way. With
one step in each, only the kernel shows what was remembered. No two cases share their shapes.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, curve, normal

Y = [normal(7, 2, seed=2), normal(1, 3, seed=4), normal(5, 1, seed=6)]
CASES = [
    case("7 rows, 8 steps", seed=0, x=normal(7, 3, seed=1), y_first=2 + Y[0], y_second=-2 - Y[0], lr=0.03, steps=8),
    case("one row, one step", seed=1, x=normal(1, 4, seed=3), y_first=Y[1], y_second=-3 * Y[1], lr=0.05, steps=1),
    case("one output", seed=7, x=normal(5, 2, seed=5), y_first=Y[2], y_second=1 - Y[2], lr=0.02, steps=4),
]


def check_step(run: Run) -> None:
    """`step` is compiled, and traced only once"""
    expect.traced(run, "step")


def draw_second(run: Run) -> Picture:
    yours, wanted = run.part("second"), run.expected().part("second")
    return curve("The loss of the second training", yours=yours, reference=wanted)
