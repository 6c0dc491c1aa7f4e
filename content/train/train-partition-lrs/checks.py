"""What a solution of train-partition-lrs is judged by."""

from typing import Any

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, curve, normal


def case(name: str, **arguments: Any) -> expect.Case:
    """A case whose values agree as far as some steps of Adam do."""
    return expect.case(name, rtol=1e-3, atol=1e-4, **arguments)


def some_ids(*values: int) -> Any:
    return np.array(values, np.int32)


CASES = [
    case(
        "three layers",
        seed=0,
        ids=some_ids(0, 5, 2, 2, 4),
        y=normal(5, 2, seed=1),
        depth=3,
        lr=0.1,
        factor=0.5,
        steps=9,
    ),
    case("one layer, one id", seed=1, ids=some_ids(3), y=normal(1, 3, seed=2), depth=1, lr=0.05, factor=0.3, steps=4),
    case(
        "two layers", seed=7, ids=some_ids(1, 0, 4), y=normal(3, 1, seed=3) - 2.0, depth=2, lr=0.04, factor=0.8, steps=6
    ),
]


def check_table_not_kept(run: Run) -> None:
    """No optimizer keeps anything for the table"""
    for optimizer in run.objects(nnx.Optimizer):
        for path in expect.leaves(optimizer.opt_state):
            if "table" in path.split("/") and "embedding" in path.split("/"):
                expect.fail(f"An optimizer keeps `{path}`.", "memory for the table")


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
