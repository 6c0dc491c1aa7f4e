"""What a solution of nnx-conv2d-scratch is judged by.

Kernels are not square, and even and odd sizes meet strides of 1, 2 and 3, so the values show padding, strides and the
order of all axes. No two cases share their sizes.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("3 x 2 kernel, stride 2", seed=0, x=normal(2, 6, 7, 3, seed=1), features=4, kh=3, kw=2, stride=2),
    case("a batch of one, stride 1", seed=1, x=normal(1, 5, 4, 2, seed=2), features=3, kh=2, kw=5, stride=1),
    case("stride 3", seed=7, x=-2.0 * abs(normal(3, 8, 10, 1, seed=3)), features=2, kh=4, kw=3, stride=3),
    case("a kernel of one pixel", seed=42, x=normal(2, 4, 3, 5, seed=4), features=1, kh=1, kw=1, stride=2),
]


def check_params(run: Run) -> None:
    """`kernel` and `bias` are nnx.Params that hold what the stub draws"""
    for name in ("kernel", "bias"):
        value = expect.reference_value(run, name)
        expect.variable(run, name, nnx.Param, shape=value.shape, value=value)


def check_used(run: Run) -> None:
    """The output depends on both"""
    expect.uses(run, "kernel")
    expect.uses(run, "bias")


def check_no_loop(run: Run) -> None:
    """One conv_general_dilated takes the place of the loops"""
    expect.has_primitive(run, "conv_general_dilated", times=1)


def check_own_kernel(run: Run) -> None:
    """No nnx.Conv is used"""
    if run.modules(nnx.Conv):
        expect.fail("An nnx.Conv was used, and the task is to call XLA's convolution.", "an nnx.Conv")
