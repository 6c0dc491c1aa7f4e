"""What a solution of nnx-weight-norm is judged by.

The outputs before the step show with which lengths the layer begins, those after it what was trained, and how. The
steps are long. No two cases share their sizes.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

TOLERANCE = {"rtol": 1e-4, "atol": 1e-5}

CASES = [
    case("5 inputs, 3 features", seed=0, x=normal(4, 5, seed=1), y=2.0 + normal(4, 3, seed=2), lr=0.5, **TOLERANCE),
    case("a batch of one", seed=1, x=normal(1, 2, seed=3), y=normal(1, 4, seed=4), lr=0.3, **TOLERANCE),
    case(
        "as many inputs as features", seed=7, x=normal(6, 3, seed=5), y=-3.0 * normal(6, 3, seed=6), lr=0.2, **TOLERANCE
    ),
    case("one feature", seed=42, x=-2.0 * abs(normal(3, 4, seed=7)), y=normal(3, 1, seed=8), lr=0.1, **TOLERANCE),
]


def check_scale(run: Run) -> None:
    """`scale` is an nnx.Param of shape (features,)"""
    expect.variable(run, "scale", nnx.Param, shape=(run.arguments["y"].shape[1],))
