"""What a solution of flax-sequential is judged by.

Biases start as zeros, so the first check creates every param with another value. A class of one's own can give its
layers the same names and so the same values; the second looks for an nn.Sequential that gives the output alone.
In every case some output is negative, so that a relu too many shows.
"""

from flax import linen as nn

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("five rows of three", seed=6, x=normal(5, 3, seed=1), hidden=7, features=2),
    case("a batch of one", seed=14, x=normal(1, 2, seed=2), hidden=10, features=6),
    case("a single output", seed=33, x=normal(4, 5, seed=3), hidden=3, features=1),
    case("equal widths", seed=20, x=normal(3, 8, seed=4), hidden=8, features=8),
]


def check_params(run: Run) -> None:
    """The params are those of layers_0 and layers_2, and each is used"""
    expect.follows(run)


def check_model(run: Run) -> None:
    """What is returned comes out of an nn.Sequential"""
    expect.output_of_module(run, nn.Sequential)
