"""Cases, and two checks: a formula gives the same numbers, and so does a kernel that is filled later."""

from __future__ import annotations

from typing import Any

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("a half", seed=0, x=normal(2, 3, seed=1), features=4, scale=0.5),
    case("a negative scale", seed=6, x=normal(5, 2, seed=2), features=3, scale=-1.25),
    case("a single feature", seed=3, x=normal(3, 7, seed=3), features=1, scale=2.0),
    case("a batch of one", seed=17, x=normal(1, 6, seed=4), features=5, scale=0.1),
]


def check_created(run: Run) -> None:
    """The kernel was created full of scale, the bias full of ones, and it is used"""

    def full(name: str, value: float) -> None:
        def claim(array: Any) -> None:
            if not expect.close(array, value):
                told = expect.held_and_wanted(array, value)
                expect.fail(f"When it was created, `{name}` {told}.", f"another {name}")

        expect.param_created(run, name, claim, f"No Linen module created a `{name}` while your function ran.")

    full("kernel", run.arguments["scale"])
    full("bias", 1.0)
    expect.uses(run, "bias")


def check_call(run: Run) -> None:
    """The output comes out of a call of the module"""
    expect.output_of_module(run)
