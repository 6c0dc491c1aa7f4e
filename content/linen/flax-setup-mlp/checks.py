"""What a solution of flax-setup-mlp is judged by.

Biases start as zeros, so the first check creates every param with another value: one that is missing, or not
used, shows then. The second tells a module's answer from the same arithmetic written out.
In every case some output is negative, so that a relu too many shows.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("three rows of two", seed=1, x=normal(3, 2, seed=1), hidden=7, features=3),
    case("a batch of one", seed=12, x=normal(1, 4, seed=2), hidden=9, features=5),
    case("a single output", seed=30, x=normal(5, 3, seed=3), hidden=4, features=1),
    case("equal widths", seed=8, x=normal(2, 6, seed=4), hidden=6, features=6),
]


def check_params(run: Run) -> None:
    """The params are those of hidden and out, and each is used"""
    expect.follows(run)


def check_module(run: Run) -> None:
    """What is returned comes out of the module"""
    expect.output_of_module(run)
