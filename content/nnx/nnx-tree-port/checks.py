"""What a solution of nnx-tree-port is judged by.

The values show each step, with one mask of the Dropout and one forward pass. What only warns, and what is not compiled
any more, they do not tell.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CASES = [
    case("six steps", seed=0, x=normal(7, 3, seed=1), y=2.0 + normal(7, 2, seed=2), steps=6),
    case("one step, one row", seed=5, x=normal(1, 4, seed=3), y=normal(1, 1, seed=4), steps=1),
    case("three steps", seed=42, x=-abs(normal(4, 2, seed=5)), y=normal(4, 5, seed=6), steps=3),
]


def check_warnings(run: Run) -> None:
    """Nothing warns of what is deprecated"""
    expect.warns_not(run, DeprecationWarning)


def check_compiled(run: Run) -> None:
    """`train_step` is compiled, once"""
    expect.traced(run, "train_step")


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
