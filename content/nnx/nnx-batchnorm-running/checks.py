"""What a solution of nnx-batchnorm-running is judged by.

The batches have means far from 0 and spreads far from 1, so that averages that never moved show. No two cases share
the shapes of their batches, so each is traced anew.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("five batches, three rows", batches=4.0 * normal(5, 6, 3, seed=1) + 7.0, x=normal(3, 3, seed=2)),
    case("a single row", batches=normal(3, 4, 2, seed=3) - 5.0, x=normal(1, 2, seed=4)),
    case("one batch", batches=9.0 * normal(1, 5, 4, seed=5), x=2.0 * normal(2, 4, seed=6)),
    case("twelve batches of two", batches=0.1 * normal(12, 2, 1, seed=7) + 1.0, x=normal(5, 1, seed=8)),
]


def check_compiled(run: Run) -> None:
    """`observe` is compiled, and traced once"""
    expect.traced(run, "observe", times=1)
