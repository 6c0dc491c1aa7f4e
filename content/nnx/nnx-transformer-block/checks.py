"""What a solution of nnx-transformer-block is judged by.

Rows of different sizes, and far from zero, so that a norm in the wrong place shows.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("2 rows of 5", seed=0, x=3.0 + 2.0 * normal(2, 5, 8, seed=1), rtol=1e-3),
    case("a batch of one, one position", seed=1, x=normal(1, 1, 4, seed=2), rtol=1e-3),
    case("large values", seed=7, x=50.0 * normal(3, 4, 6, seed=3), rtol=1e-3),
    case("small values", seed=42, x=0.1 * normal(2, 3, 10, seed=4), rtol=1e-3),
]


def check_norms_are_used(run: Run) -> None:
    """Both norms are used"""
    for name in ("norm1", "norm2"):
        expect.reads(run, name)
