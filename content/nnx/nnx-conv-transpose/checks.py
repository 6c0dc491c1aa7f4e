"""What a solution of nnx-conv-transpose is judged by.

Even and odd heights meet even and odd widths, so the values show stride, padding and where the surplus is cut off. The
biases are zero, and a check asks for them. No two cases share their sizes.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("6 x 8", seed=0, x=normal(2, 6, 8, 3, seed=1)),
    case("7 x 5, a batch of one", seed=1, x=normal(1, 7, 5, 2, seed=2)),
    case("even and odd, one channel", seed=7, x=-2.0 * abs(normal(3, 4, 9, 1, seed=3))),
    case("a single row", seed=42, x=0.5 * normal(2, 1, 6, 2, seed=4)),
]


def check_layers(run: Run) -> None:
    """An nnx.Conv and an nnx.ConvTranspose are used"""
    expect.has_module(run, nnx.Conv)
    expect.has_module(run, nnx.ConvTranspose)


def check_used(run: Run) -> None:
    """The output depends on the kernel and the bias of each"""
    for kind in (nnx.Conv, nnx.ConvTranspose):
        expect.uses(run, "kernel", of=kind)
        expect.uses(run, "bias", of=kind)
