"""Cases, and two checks that the numbers cannot make: a new bias is all zeros, so it may be missing unseen."""

from __future__ import annotations

from flax import linen as nn

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("two rows of three", seed=1, x=normal(2, 3, seed=1), features=4),
    case("a single feature", seed=42, x=normal(3, 8, seed=3), features=1),
    case("a batch of one", seed=5, x=normal(1, 4, seed=4), features=7),
    case("as many outputs as inputs", seed=13, x=normal(5, 6, seed=5), features=6),
]


def check_call(run: Run) -> None:
    """The output comes out of a call of the Dense"""
    expect.output_of_module(run, nn.Dense)


def check_params(run: Run) -> None:
    """Both the kernel and the bias have a say in the output"""
    expect.uses(run, "kernel")
    expect.uses(run, "bias")
