"""What a solution of flax-mlp-widths is judged by.

Biases start as zeros, so the first check creates every param with another value, and looks at their names as
well. The second tells the module's answer from the same arithmetic written out.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("two layers", seed=2, x=normal(4, 3, seed=1), width=5, depth=2, features=2),
    case("three layers as wide as x", seed=17, x=normal(1, 4, seed=2), width=4, depth=3, features=6),
    case("a single output", seed=40, x=normal(3, 6, seed=3), width=2, depth=4, features=1),
    case("a single layer", seed=9, x=normal(2, 5, seed=4), width=7, depth=1, features=3),
]


def check_params(run: Run) -> None:
    """The params are those of layers_0, layers_1, ... and head, and each is used"""
    expect.follows(run)


def check_module(run: Run) -> None:
    """What is returned comes out of the module"""
    expect.output_of_module(run)
