"""What a solution of nnx-optimizer-step is judged by.

A momentum that is forgotten shows from the third loss on, and a step that is lost in the second. Steps that are taken
without an nnx.Optimizer, or without jit, give the same numbers. No two cases share their shapes.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CASES = [
    case(
        "16 batches of 6 rows",
        seed=0,
        xs=normal(16, 6, 3, seed=1),
        ys=1.0 + 0.5 * normal(16, 6, 2, seed=2),
        hidden=8,
        lr=0.05,
    ),
    case(
        "batches of one row",
        seed=1,
        xs=normal(4, 1, 2, seed=3),
        ys=normal(4, 1, 3, seed=4),
        hidden=5,
        lr=0.02,
    ),
    case(
        "as many batches as rows",
        seed=7,
        xs=2.0 * normal(5, 5, 4, seed=5),
        ys=-2.0 + normal(5, 5, 1, seed=6),
        hidden=3,
        lr=0.01,
    ),
]


def check_optimizer(run: Run) -> None:
    """An nnx.Optimizer is built"""
    if not run.objects(nnx.Optimizer):
        expect.fail("Your function built no nnx.Optimizer.")


def check_step(run: Run) -> None:
    """`step` is compiled, and traced only once"""
    expect.traced(run, "step")


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
