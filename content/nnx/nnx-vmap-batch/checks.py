"""What a solution of nnx-vmap-batch is judged by.

The model divides by the largest value of its input, so a call on the whole batch gives other values. A loop gives
the same values, and shows in the program: as many products as columns, or a scan.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("seven readings of four values", seed=0, x=normal(4, 7, seed=1), features=3),
    case("a single reading", seed=3, x=normal(5, 1, seed=2), features=2),
    case("as many readings as values", seed=7, x=2.0 * normal(6, 6, seed=3), features=1),
    case("one value each, all negative", seed=12, x=-abs(normal(1, 9, seed=4)), features=4),
]


def check_together(run: Run) -> None:
    """The columns go through together: no loop over them"""
    found = expect.primitives(run)
    if found is None:
        return
    for name in ("scan", "while"):
        if found[name]:
            expect.fail(f"There is a loop in the program of your function: a `{name}`.", f"a {name}")
    products, columns = found["dot_general"], run.arguments["x"].shape[1]
    if products > 4 and products >= columns:
        expect.fail(
            f"The program of your function has {products} matrix products for {columns} columns: the model is in it "
            "once for each column.",
            "the model once for each column",
        )
