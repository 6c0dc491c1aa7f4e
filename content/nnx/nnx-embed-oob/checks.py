"""What a solution of nnx-embed-oob is judged by.

Each case but one has padding and unknown ids; the row 0 and the last row are in use as words, too. In the tables
no row is like a different one.
"""

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case


def texts(*rows: list[int]) -> np.ndarray:
    """Texts as ids."""
    return np.array(rows, np.int32)


CASES = [
    case("padding and unknown words", seed=0, ids=texts([1, 4, -1, -1], [7, 2, 5, -1], [0, 3, 3, 1]), vocab=5),
    case("one text, far out of range", seed=1, ids=texts([2, 900, -1, 1, 3]), vocab=4),
    case("a text of padding only", seed=7, ids=texts([-1, -1], [2, -1], [6, 6]), vocab=6),
    case("padding in front", seed=42, ids=texts([-1, -1, 1], [-1, 2, 0]), vocab=3),
    case("every word has a row", seed=3, ids=texts([0, 1], [1, 0], [1, 1]), vocab=2),
]


def check_rows(run: Run) -> None:
    """The table has vocab rows of width 3"""
    expect.variable(run, "embedding", nnx.Param, shape=(run.arguments["vocab"], 3))


def check_nan(run: Run) -> None:
    """No NaN is computed on the way"""
    expect.makes_no_nan(run)
