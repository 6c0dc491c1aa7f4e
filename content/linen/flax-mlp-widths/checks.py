"""What a solution of flax-mlp-widths is judged by.

Biases start as zeros, so the first check creates every param with another value, and looks at their names as
well. The second tells the module's answer from the same arithmetic written out.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("two layers", seed=2.0, x=normal(4, 3, seed=1), width=5.0, depth=2.0, features=2.0),
    case("three layers as wide as x", seed=17.0, x=normal(1, 4, seed=2), width=4.0, depth=3.0, features=6.0),
    case("a single output", seed=40.0, x=normal(3, 6, seed=3), width=2.0, depth=4.0, features=1.0),
    case("a single layer", seed=9.0, x=normal(2, 5, seed=4), width=7.0, depth=1.0, features=3.0),
]


def check_params(run: Run) -> None:
    """The params are those of layers_0, layers_1, ... and head, and each is used"""
    expect.follows(run)


def check_module(run: Run) -> None:
    """What is returned comes out of the module"""
    expect.output_of_module(run)
