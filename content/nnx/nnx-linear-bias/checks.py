"""What a solution of nnx-linear-bias is judged by.

Both parameters are drawn, so the values show keys, order and scale. Their types and shapes, and whether the
output is computed with them, are for the mechanism checks. No two cases share the shape of x and features.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("4 rows, 5 inputs, 3 features", seed=0, x=normal(4, 5, seed=1), features=3),
    case("a batch of one", seed=1, x=normal(1, 6, seed=2), features=4),
    case("one feature", seed=7, x=normal(3, 2, seed=3), features=1),
    case("one input", seed=42, x=normal(5, 1, seed=4), features=2),
    case("as many rows as features, negative", seed=3, x=-9.0 * abs(normal(6, 4, seed=5)), features=6),
]


def check_kernel(run: Run) -> None:
    """`kernel` is an nnx.Param of shape (in, features) that holds what was drawn and scaled"""
    shape = (run.arguments["x"].shape[1], run.arguments["features"])
    expect.variable(run, "kernel", nnx.Param, shape=shape, value=expect.reference_value(run, "kernel"))


def check_bias(run: Run) -> None:
    """`bias` is an nnx.Param of shape (features,) that holds what was drawn"""
    shape = (run.arguments["features"],)
    expect.variable(run, "bias", nnx.Param, shape=shape, value=expect.reference_value(run, "bias"))


def check_used(run: Run) -> None:
    """The output depends on both"""
    expect.uses(run, "kernel")
    expect.uses(run, "bias")


def check_call(run: Run) -> None:
    """What you return is what a call of the module gives for x"""
    expect.call_gives(run, "bias", run.arguments["x"])
