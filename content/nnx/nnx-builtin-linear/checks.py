"""What a solution of nnx-builtin-linear is judged by.

The values show both initializers. That the layer is Flax's own, that it was built with these values instead of
being mended later, and that it gave the output, is for the mechanism checks. No two cases share their sizes.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("4 rows, 5 inputs, 3 features", seed=0, x=normal(4, 5, seed=1), features=3),
    case("a batch of one", seed=1, x=normal(1, 6, seed=2), features=4),
    case("one feature", seed=7, x=normal(3, 2, seed=3), features=1),
    case("large and negative", seed=3, x=-40.0 * abs(normal(6, 4, seed=5)), features=6),
]


def check_layer(run: Run) -> None:
    """An nnx.Linear was built"""
    expect.has_module(run, nnx.Linear)


def check_initializers(run: Run) -> None:
    """Kernel and bias held their values as soon as the layer was built"""
    for name in ("kernel", "bias"):
        expect.created_with(run, name, expect.reference_value(run, name))


def check_used(run: Run) -> None:
    """The output depends on kernel and bias of the nnx.Linear"""
    expect.uses(run, "kernel", of=nnx.Linear)
    expect.uses(run, "bias", of=nnx.Linear)
