"""What a solution of nnx-conv1d-scratch is judged by.

Both Params are drawn, so the values show keys, order, the direction of the kernel and the padding. Odd and even widths
are there, and one that is wider than x is long. No two cases share their sizes.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("width 3", seed=0, x=normal(2, 6, 4, seed=1), features=3, width=3),
    case("an even width, a batch of one", seed=1, x=normal(1, 7, 2, seed=2), features=5, width=4),
    case("a single tap", seed=7, x=-2.0 * abs(normal(3, 4, 3, seed=3)), features=2, width=1),
    case("wider than x is long, one channel", seed=42, x=normal(2, 3, 1, seed=4), features=1, width=6),
]


def check_kernel(run: Run) -> None:
    """`kernel` is an nnx.Param of shape (width, in, features) that holds what was drawn"""
    shape = (run.arguments["width"], run.arguments["x"].shape[-1], run.arguments["features"])
    expect.variable(run, "kernel", nnx.Param, shape=shape, value=expect.reference_value(run, "kernel"))


def check_bias(run: Run) -> None:
    """`bias` is an nnx.Param of shape (features,) that holds what was drawn"""
    shape = (run.arguments["features"],)
    expect.variable(run, "bias", nnx.Param, shape=shape, value=expect.reference_value(run, "bias"))


def check_used(run: Run) -> None:
    """The output depends on both"""
    expect.uses(run, "kernel")
    expect.uses(run, "bias")


def check_by_hand(run: Run) -> None:
    """No nnx.Conv is used"""
    if run.modules(nnx.Conv):
        expect.fail("An nnx.Conv was used, and the task is to build the convolution yourself.", "an nnx.Conv")
