"""What a solution of nnx-scan-cell is judged by.

Batch, time and features differ in the first two cases; in the third the batch is as large as time is long, and a scan
along the wrong axis has the right shapes.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("two sequences of nine steps", seed=0, x=normal(2, 9, 3, seed=1), hidden=4),
    case("a batch of one", seed=3, x=2.0 * normal(1, 5, 2, seed=2), hidden=3),
    case("as many sequences as steps", seed=42, x=normal(4, 4, 2, seed=3) - 1.0, hidden=5),
]


def check_scan(run: Run) -> None:
    """The loop is a scan"""
    expect.has_primitive(run, "scan", over="x")


def check_products(run: Run) -> None:
    """The program has at most three matrix products, however long the sequence is"""
    products = (expect.primitives(run, over="x") or {}).get("dot_general", 0)
    if products > 3:
        expect.fail(f"The traced program has {products} matrix products: one step has two.", "too many products")
