"""What a solution of nnx-remat-block is judged by.

The loss is the same with and without. The program tells how many pieces are recomputed, and what is kept for the
gradient tells whether a block is wholly in such a piece: two kernels, a bias and one activation for each block, and
three arrays more where it is not.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("four blocks", seed=0, x=normal(5, 3, seed=1), depth=4),
    case("two blocks, one row", seed=3, x=2.0 * normal(1, 4, seed=2), depth=2),
    case("three blocks, as many rows as features", seed=7, x=-abs(normal(5, 5, seed=3)), depth=3),
]


def check_by_block(run: Run) -> None:
    """Each block is recomputed by itself"""
    found = expect.primitives(run)
    if found is None:
        return
    pieces = sum(found[name] for name in ("remat", "remat2", "checkpoint"))
    depth = run.arguments["depth"]
    if not pieces:
        expect.fail("Nothing is recomputed: there is no remat in the program of your function.", "no remat")
    if pieces < depth and not found["scan"]:
        expect.fail(f"There are {depth} blocks, and {pieces} remat in the program of your function.", "too few remat")


def check_kept(run: Run) -> None:
    """Nothing inside of a block is kept for the gradient"""
    expect.residuals(run, over="x", at_most=5 * run.arguments["depth"])
