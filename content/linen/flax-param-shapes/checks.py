"""Cases of different sizes, none of them square; and that there was something to read from, and it was read."""

from __future__ import annotations

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("three inputs, four outputs", seed=1, x=normal(2, 3, seed=1), features=4),
    case("more inputs than outputs", seed=6, x=normal(5, 9, seed=2), features=2),
    case("a single feature", seed=11, x=normal(4, 6, seed=3), features=1),
    case("a batch of one", seed=3, x=normal(1, 2, seed=4), features=7),
]


def check_init(run: Run) -> None:
    """A Linen module was initialised"""
    expect.initialised(run)


def check_read(run: Run) -> None:
    """The numbers are read from what init returned"""
    expect.read_from_init(run)
