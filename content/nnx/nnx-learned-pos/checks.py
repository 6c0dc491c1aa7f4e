"""What a solution of nnx-learned-pos is judged by.

Sequences begin at different places, also at the last that fits, and in no order. No two cases share their sizes. The
positions are small beside x, so x is small as well.
"""

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal


def starts(*places: int) -> np.ndarray:
    return np.array(places, np.int32)


CASES = [
    case("3 sequences of 4 steps", seed=0, x=0.02 * normal(3, 4, 5, seed=1), start=starts(2, 0, 6), max_len=10),
    case("a batch of one", seed=1, x=0.02 * normal(1, 3, 2, seed=2), start=starts(3), max_len=7),
    case("a single step each", seed=7, x=-0.03 * abs(normal(5, 1, 3, seed=3)), start=starts(4, 1, 5, 0, 1), max_len=6),
    case("as many sequences as steps", seed=42, x=0.05 * normal(2, 2, 4, seed=4), start=starts(6, 3), max_len=8),
]


def check_table(run: Run) -> None:
    """`table` is an nnx.Param of shape (max_len, d) that holds what was drawn"""
    shape = (run.arguments["max_len"], run.arguments["x"].shape[-1])
    expect.variable(run, "table", nnx.Param, shape=shape, value=expect.reference_value(run, "table"))


def check_used(run: Run) -> None:
    """The output depends on the table"""
    expect.uses(run, "table")
