"""Cases, and what the numbers cannot tell: who computed them, and whether they hold for a bias that is not zero."""

from __future__ import annotations

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("two rows of three", seed=2, x=normal(2, 3, seed=1), features=4),
    case("a single feature", seed=9, x=normal(3, 7, seed=2), features=1),
    case("a batch of one", seed=14, x=normal(1, 5, seed=3), features=6),
    case("a square kernel", seed=5, x=normal(3, 3, seed=4), features=3),
]


def check_by_hand(run: Run) -> None:
    """The output was computed beside the module"""
    expect.answered_not_by(run, "linen")


def check_params(run: Run) -> None:
    """It is right for another kernel and another bias, too"""
    expect.uses(run, "kernel")
    expect.uses(run, "bias")
    expect.follows(run)
