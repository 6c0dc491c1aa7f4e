"""Cases and mechanism checks: what apply read, where the bias came from, and what became of init's tree."""

from __future__ import annotations

from typing import Any

from flax import linen as nn

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("two rows of three", seed=0, x=normal(2, 3, seed=1), features=4, replacement_value=0.5),
    case("a negative value", seed=9, x=normal(5, 2, seed=2), features=3, replacement_value=-1.25),
    case("a single feature", seed=4, x=normal(3, 7, seed=3), features=1, replacement_value=2.0),
    case("a batch of one", seed=21, x=normal(1, 6, seed=4), features=5, replacement_value=0.1),
    case("a square kernel", seed=2, x=normal(4, 4, seed=5), features=4, replacement_value=3.0),
]


def check_kernel(run: Run) -> None:
    """The Dense read a kernel filled with the value"""

    def filled(kernel: Any) -> None:
        value = run.arguments["replacement_value"]
        if not expect.close(kernel, value):
            expect.fail(f"The kernel that the Dense read {expect.held_and_wanted(kernel, value)}.", "another kernel")

    expect.param_read(run, "kernel", filled, "No Dense was applied: none read a kernel from a params tree.")


def check_bias(run: Run) -> None:
    """The bias is the one that init made"""
    expect.uses(run, "bias")


def check_init(run: Run) -> None:
    """What init returned is as it was"""
    expect.init_untouched(run)


def check_surgery(run: Run) -> None:
    """The kernel was replaced after init"""
    expect.drawn_first(run, "kernel", run.arguments["replacement_value"])


def check_module(run: Run) -> None:
    """What is returned comes out of the Dense"""
    expect.output_of_module(run, nn.Dense)
