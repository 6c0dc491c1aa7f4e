"""What a solution of nnx-tree-capture is judged by.

The shares show blocks, units and both sweeps. How they came out of a compiled call, and what is left in the model,
the values do not tell.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, heat, normal

CASES = [
    case("three blocks", seed=0, x=normal(9, 4, seed=1), depth=3),
    case("one block, one row", seed=5, x=2.0 * normal(1, 6, seed=2), depth=1),
    case("eleven blocks", seed=7, x=normal(4, 3, seed=3), depth=11),
    case("as many blocks as units", seed=42, x=-abs(normal(5, 5, seed=4)), depth=5),
]


def check_compiled(run: Run) -> None:
    """`forward` is compiled, once"""
    expect.traced(run, "forward")


def check_clean(run: Run) -> None:
    """Nothing that was sown is left in a module"""
    for module in run.modules():
        if any(isinstance(value, nnx.Intermediate) for value in vars(module).values()):
            expect.fail("An nnx.Intermediate is still in a module after the call.", "left in a module")


def draw_active(run: Run) -> Picture:
    names = [f"block {number}" for number in range(run.arguments["depth"])]
    return heat("How often each unit was active", run.part("active"), names)
