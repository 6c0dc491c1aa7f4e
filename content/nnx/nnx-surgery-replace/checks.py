"""Cases and mechanism checks: the kernel and the bias stay Params, and the output comes out of the layer."""

from __future__ import annotations

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("three inputs, two features", seed=0, x=normal(3, seed=1), features=2, replacement_value=0.5),
    case("a negative value", seed=7, x=normal(5, seed=2), features=4, replacement_value=-1.25),
    case("a single feature", seed=3, x=normal(7, seed=3), features=1, replacement_value=2.0),
    case("a single input", seed=12, x=normal(1, seed=4), features=6, replacement_value=0.1),
    case("as many inputs as features", seed=5, x=normal(4, seed=5), features=4, replacement_value=3.0),
]


def check_kernel(run: Run) -> None:
    """The kernel is still an nnx.Param, float32, and filled with the value"""
    shape = (run.arguments["x"].shape[0], run.arguments["features"])
    value = run.arguments["replacement_value"]
    expect.variable(run, "kernel", nnx.Param, value=value, shape=shape, dtype="float32")


def check_bias(run: Run) -> None:
    """The bias is still an nnx.Param of zeros"""
    expect.variable(run, "bias", nnx.Param, value=0.0, shape=(run.arguments["features"],))


def check_output(run: Run) -> None:
    """The output depends on the bias"""
    expect.uses(run, "bias")


def check_surgery(run: Run) -> None:
    """The kernel was replaced after the layer was built"""
    expect.drawn_first(run, "kernel", run.arguments["replacement_value"])


def check_call(run: Run) -> None:
    """What you return is what a call of the layer gives for x"""
    expect.call_gives(run, nnx.Linear, run.arguments["x"])


def check_drawn(run: Run) -> None:
    """The Rngs were built with the seed"""
    expect.seeded(run, run.arguments["seed"])
