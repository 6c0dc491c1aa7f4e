"""What a solution of nnx-sliding-window is judged by.

The first case is long, and the arrays that are needed are far from a square: with all heads a gathered window has
64 * 5 * 6 elements.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

LONG = 64

CASES = [
    case("64 positions, a window of 5", seed=0, x=2.0 * normal(LONG, 6, seed=1), num_heads=2, window=5),
    case("a window of one", seed=1, x=normal(4, 6, seed=2), num_heads=3, window=1),
    case("a window larger than the text", seed=7, x=2.0 * normal(5, 4, seed=3), num_heads=2, window=9),
    case("one position", seed=42, x=normal(1, 4, seed=4), num_heads=1, window=3),
]


def check_no_square(run: Run) -> None:
    """No array has T * T elements"""
    if run.arguments["x"].shape[0] == LONG:
        expect.array_size(run, LONG * LONG - 1)
