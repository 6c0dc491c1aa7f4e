"""What a solution of nnx-multi-param is judged by.

The values show the key and the scale of the kernel. The bias and the count are zero, so nothing in the
values tells their role, nor whether the bias is added at all; that is what the mechanism checks are for.
No two cases share the shape of x and features: a solution that jits everything is then traced in each.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("5 inputs, 3 features", seed=0, x=normal(5, seed=1), features=3),
    case("4 inputs, 7 features", seed=1, x=normal(4, seed=2), features=7),
    case("one feature", seed=7, x=normal(6, seed=3), features=1),
    case("one input", seed=42, x=normal(1, seed=4), features=4),
    case("negative and large inputs", seed=3, x=-20.0 * abs(normal(9, seed=5)), features=2),
]


def check_kernel(run: Run) -> None:
    """`kernel` is an nnx.Param of shape (in, features) that holds what was drawn and scaled"""
    shape = (run.arguments["x"].shape[0], run.arguments["features"])
    expect.variable(run, "kernel", nnx.Param, shape=shape, value=expect.reference_value(run, "kernel"))


def check_bias(run: Run) -> None:
    """`bias` is an nnx.Param of shape (features,) that holds zeros"""
    expect.variable(run, "bias", nnx.Param, shape=(run.arguments["features"],), value=0.0)


def check_count(run: Run) -> None:
    """`count` is an nnx.Variable, and not an nnx.Param"""
    expect.variable(run, "count", nnx.Variable, but_not=nnx.Param)


def check_count_is_left_alone(run: Run) -> None:
    """`count` is still 0.0 at the end"""
    expect.holds(run, "count", 0.0)
    expect.floats(run, "count")


def check_bias_is_used(run: Run) -> None:
    """The output depends on the bias"""
    expect.uses(run, "bias")


def check_kernel_is_used(run: Run) -> None:
    """The output depends on the kernel"""
    expect.uses(run, "kernel")
