"""What a solution of nnx-graphdef-cache is judged by.

No two cases share the shape of x, so `score` is traced anew in each. Two cases have equal slopes, for which a float
would do: only the others tell it.
"""

import numpy as np

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal


def steep(*slopes: float) -> np.ndarray:
    """Slopes."""
    return np.array(slopes, np.float32)


CASES = [
    case("four slopes", seed=0, x=normal(5, 3, seed=1), slopes=steep(0.1, 0.4, -0.2, 0.0)),
    case("two slopes, one row", seed=1, x=normal(1, 4, seed=2), slopes=steep(0.3, 1.5)),
    case("equal slopes", seed=7, x=-2.0 * abs(normal(4, 2, seed=3)), slopes=steep(0.5, 0.5, 0.5)),
    case("one input", seed=42, x=3.0 * normal(6, 1, seed=4), slopes=steep(0.01, -1.0, 0.2)),
]


def check_traces(run: Run) -> None:
    """`score` is traced once for all models"""
    expect.traced(run, "score", times=1)
