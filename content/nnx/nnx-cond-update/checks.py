"""What a solution of nnx-cond-update is judged by.

The counts show each decision: a spike, a NaN (also as the first value), an infinity, a first value far from zero, a
distance of exactly the limit.
That a branch is taken, and not two results computed, only the program tells.
"""

import numpy as np

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case

CASES = [
    case(
        "a spike, a NaN and an infinity",
        xs=np.array([5.0, 5.5, 99.0, np.nan, 4.0, np.inf, 6.5], np.float32),
        limit=2.0,
    ),
    case("a NaN comes first", xs=np.array([np.nan, -40.0, -39.0, 0.0, -41.5], np.float32), limit=3.0),
    case("one value, far from zero", xs=np.array([123.0], np.float32), limit=0.5),
    case("one value, infinite", xs=np.array([-np.inf], np.float32), limit=10.0),
    case("exactly at the limit", xs=np.array([4.0, 6.0, 3.0], np.float32), limit=2.0),
    case("drifting", xs=np.array([0.1, 0.9, 1.4, 2.2, 0.3, -0.8], np.float32), limit=1.0),
]


def check_branch(run: Run) -> None:
    """The program has a cond: only the branch that is taken is computed"""
    expect.has_primitive(run, "cond", over="xs")


def check_compiled(run: Run) -> None:
    """step is compiled by nnx.jit"""
    expect.traced(run, "step", times=2)
