"""What a solution of nnx-scan-layers is judged by.

The values show order, residual and where the size is measured. A loop gives the same values; it has the products of
each block in the program.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CASES = [
    case("nine blocks", seed=0, x=normal(4, 3, seed=1), n=9),
    case("a single block, one row", seed=1, x=normal(1, 5, seed=2), n=1),
    case("as many blocks as features", seed=7, x=2.0 * normal(3, 6, seed=3), n=6),
    case("as many blocks as rows, one feature", seed=42, x=-3.0 * abs(normal(8, 1, seed=4)), n=8),
]


def check_growth(run: Run) -> None:
    """The program does not grow with the depth"""
    found = expect.primitives(run)
    products, n = (0, 0) if found is None else (found["dot_general"], run.arguments["n"])
    if products > 4 and products >= n:
        expect.fail(
            f"The program of your function has {products} matrix products for {n} blocks. One block has two.",
            "each block in the program",
        )


def draw_sizes(run: Run) -> Picture:
    return curve("The size of the activations after each block", yours=run.part(1), reference=run.expected().part(1))
