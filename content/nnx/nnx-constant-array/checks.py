"""What a solution of nnx-constant-array is judged by.

Constants that are Params and get no gradient stay what they are under Adam, and under other rules they would not: only
the mechanism check tells. No two cases share their shapes.
"""

from typing import Any

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("4 steps", seed=0, x=3.0 + 2.0 * normal(6, 3, seed=1), y=normal(6, 2, seed=2), lr=0.1, steps=4),
    case("one step", seed=1, x=normal(3, 4, seed=3), y=normal(3, 1, seed=4), lr=0.5, steps=1),
    case("one column, far from zero", seed=7, x=-40.0 + normal(5, 1, seed=5), y=normal(5, 3, seed=6), lr=0.05, steps=3),
]


def check_state(run: Run) -> None:
    """`mean` and `std` are in the State, and the Params are those of the linear layer"""

    def claim(module: Any) -> None:
        expect.leaf_count(module, 4)
        expect.leaf_count(module, 2, nnx.Param)

    holders = [module for module in run.modules() if {"mean", "std"} <= vars(module).keys()]
    expect.some(holders, claim, "No module that your function built has the attributes `mean` and `std`.")
