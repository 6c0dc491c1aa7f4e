"""What a solution of nnx-sequential is judged by.

A class of one's own, or two layers and a relu in three lines, give the same numbers. So does a Sequential of
functions that call layers from outside, and then has no parameters.
"""

from __future__ import annotations

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("two rows", seed=0, x=normal(2, 3, seed=1)),
    case("a batch of one", seed=1, x=normal(1, 3, seed=2)),
    case("seven rows, another seed", seed=42, x=normal(7, 3, seed=3)),
    case("five rows of large values", seed=8, x=10.0 * normal(5, 3, seed=4)),
]


def check_layers(run: Run) -> None:
    """A Sequential contains both Linear layers"""
    sequentials = run.modules(nnx.Sequential)
    expect.some(
        sequentials,
        lambda model: expect.submodule_count(model, nnx.Linear, 2),
        "No nnx.Sequential was built or called.",
    )


def check_output(run: Run) -> None:
    """What you return is what the Sequential gives for x"""
    expect.call_gives(run, nnx.Sequential, run.arguments["x"])


def check_has_bias(run: Run) -> None:
    """Both layers have a bias"""
    expect.settings(run, nnx.Linear, use_bias=True)


def check_bias(run: Run) -> None:
    """The output depends on the biases"""
    expect.uses(run, "bias")
