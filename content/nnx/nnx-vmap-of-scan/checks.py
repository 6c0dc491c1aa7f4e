"""What a solution of nnx-vmap-of-scan is judged by.

The values show the length of each row, zero and full ones among them, and whose square sum it is divided by. Unrolled
loops give the same values, and have a product for each layer or row.
"""

import numpy as np

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("five rows, six layers", seed=0, x=normal(5, 3, seed=1), lengths=np.array([6, 0, 3, 1, 5], np.int32), depth=6),
    case("a single row", seed=1, x=3.0 * normal(1, 4, seed=2), lengths=np.array([2], np.int32), depth=5),
    case("as many rows as layers", seed=7, x=normal(4, 4, seed=3), lengths=np.array([1, 4, 2, 3], np.int32), depth=4),
    case("one layer", seed=42, x=-abs(normal(3, 2, seed=4)), lengths=np.array([1, 0, 1], np.int32), depth=1),
]


def check_growth(run: Run) -> None:
    """The program grows neither with the rows nor with the depth"""
    found = expect.primitives(run, "x")
    products = 0 if found is None else found["dot_general"]
    rows, depth = run.arguments["x"].shape[0], run.arguments["depth"]
    if products > 2 and products >= min(n for n in (rows, depth) if n > 1):
        expect.fail(
            f"The program of your function has {products} matrix products, for {rows} rows and {depth} layers. "
            "One is enough.",
            "each row in the program" if products == rows else "an unrolled loop",
        )
