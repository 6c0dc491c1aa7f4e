"""What a solution of flax-compact-mlp is judged by.

Biases start as zeros, so the values do not tell whether they are there; the first check creates every param with
another value. Nor do they tell a module from the same arithmetic written out, which the second is for.
In every case some output is negative, so that a relu too many shows.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("two rows of three", seed=5, x=normal(2, 3, seed=1), hidden=8, features=4),
    case("a batch of one", seed=7, x=normal(1, 5, seed=2), hidden=6, features=3),
    case("a single output", seed=42, x=normal(6, 2, seed=1), hidden=5, features=1),
    case("equal widths", seed=3, x=normal(4, 4, seed=1), hidden=4, features=4),
]


def check_params(run: Run) -> None:
    """The params are those of Dense_0 and Dense_1, and each is used"""
    expect.follows(run)


def check_module(run: Run) -> None:
    """What is returned comes out of the module"""
    expect.output_of_module(run)
