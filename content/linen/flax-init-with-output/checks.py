"""Cases, and the two things that the numbers do not tell: how often the Dense ran, and whether it made the output."""

from __future__ import annotations

from flax import linen as nn

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("two rows of three", seed=4, x=normal(2, 3, seed=1), features=5),
    case("a single feature", seed=10, x=normal(4, 6, seed=2), features=1),
    case("a batch of one", seed=1, x=normal(1, 2, seed=3), features=7),
    case("a square kernel", seed=23, x=normal(3, 4, seed=4), features=4),
]


def check_once(run: Run) -> None:
    """The Dense was called exactly once"""
    expect.submodule_called(run, nn.Dense, 1)


def check_call(run: Run) -> None:
    """y comes out of a call of the Dense"""
    expect.output_of_module(run, nn.Dense)
