"""What a solution of nnx-rmsnorm-scratch is judged by.

The scale is random, so the values show it. The squares of the first float16 case are infinite in float16, and so is the
scale of the second. Small inputs show where eps stands. No two cases share their sizes.
"""

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("4 rows, 6 features", x=2.0 + normal(4, 6, seed=1), weight=normal(6, seed=2)),
    case(
        "float16, large",
        x=(250.0 * normal(2, 3, 5, seed=3)).astype(np.float16),
        weight=normal(5, seed=4),
        rtol=4e-3,
        atol=4e-3,
    ),
    case(
        "float16, a scale too large for it",
        x=np.array([[300.0, 1.5, -0.5], [-200.0, 0.25, 1.0]], np.float16),
        weight=np.array([0.5, 9e4, -1.2e5], np.float32),
        rtol=4e-3,
        atol=4e-3,
    ),
    case("one row without axes in front", x=0.002 * normal(7, seed=5), weight=normal(7, seed=6)),
    case("a batch of one, four axes", x=-3.0 * abs(normal(1, 2, 3, 4, seed=7)), weight=normal(4, seed=8)),
]


def check_scale(run: Run) -> None:
    """`scale` is an nnx.Param of shape (dim,) that holds `weight`"""
    weight = run.arguments["weight"]
    expect.variable(run, "scale", nnx.Param, shape=weight.shape, value=weight)


def check_call(run: Run) -> None:
    """What you return is what a call of the module gives for x"""
    expect.call_gives(run, "scale", run.arguments["x"])


def check_own_formula(run: Run) -> None:
    """No nnx.RMSNorm and no nnx.LayerNorm is used"""
    for kind in (nnx.RMSNorm, nnx.LayerNorm):
        if run.modules(kind):
            expect.fail(f"An nnx.{kind.__name__} was used, and the task is to write the formula.", "a ready-made norm")
