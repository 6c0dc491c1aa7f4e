"""What a solution of nnx-linear-no-bias is judged by.

The values show the key, the shape and the scale of the kernel. That it is a parameter, the only one, and what
the output is computed with, no number tells. No two cases share the shape of x and features: a solution that
jits everything is then traced in each.
"""

from typing import Any

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


def check_alone(run: Run) -> None:
    """The module has no nnx.Param besides `kernel`"""

    def no_other(module: Any) -> None:
        params = {path for path, leaf in expect.leaves(module).items() if isinstance(leaf, nnx.Param)}
        if others := sorted(params - {"kernel"}):
            expect.fail(f"The module has another nnx.Param: {', '.join(others)}.")

    holders = [module for module in run.modules() if "kernel" in vars(module)]
    expect.some(holders, no_other, "No module that your function built has an attribute `kernel`.")


def check_kernel_is_used(run: Run) -> None:
    """The output depends on the kernel"""
    expect.uses(run, "kernel")


def check_call(run: Run) -> None:
    """What you return is what a call of the module gives for x"""
    expect.call_gives(run, "kernel", run.arguments["x"])
