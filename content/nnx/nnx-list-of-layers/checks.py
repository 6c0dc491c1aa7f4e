"""What a solution of nnx-list-of-layers is judged by.

A list that NNX takes for configuration gives the right numbers and leaves the state empty. With one layer a
repeated layer is as good as different ones, so that is only one case of four.
"""

from __future__ import annotations

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("three layers", seed=0, x=normal(5, seed=1), depth=3),
    case("a single layer", seed=1, x=normal(4, seed=2), depth=1),
    case("five layers", seed=42, x=normal(8, seed=3), depth=5),
    case("two layers, negative input", seed=5, x=-abs(normal(6, seed=4)), depth=2),
]


def check_state(run: Run) -> None:
    """The state of the module with `layers` has two Params for each layer"""
    count = 2 * run.arguments["depth"]
    holders = [module for module in run.modules() if "layers" in vars(module)]
    expect.some(
        holders,
        lambda module: expect.leaf_count(module, count, nnx.Param),
        "No module that your function built has an attribute `layers`.",
    )


def check_used(run: Run) -> None:
    """The output depends on the kernels and the biases"""
    expect.uses(run, "kernel")
    expect.uses(run, "bias")


def check_call(run: Run) -> None:
    """What you return is what a call of the module gives for x"""
    expect.call_gives(run, "layers", run.arguments["x"])
