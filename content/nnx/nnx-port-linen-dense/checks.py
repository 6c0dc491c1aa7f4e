"""Cases and mechanism checks: where each of the two sums comes from, and what the nnx.Linear holds at the end."""

from __future__ import annotations

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("five inputs, three features", seed=0, x=normal(5, seed=1), features=3),
    case("two inputs, seven features", seed=6, x=normal(2, seed=2), features=7),
    case("a single feature", seed=13, x=normal(4, seed=3), features=1),
    case("a single input", seed=2, x=normal(1, seed=4), features=5),
    case("a square kernel", seed=8, x=normal(3, seed=5), features=3),
]


def check_kernel(run: Run) -> None:
    """The kernel of the nnx.Linear is still an nnx.Param"""
    shape = (run.arguments["x"].shape[0], run.arguments["features"])
    expect.variable(run, "kernel", nnx.Param, shape=shape)


def check_bias(run: Run) -> None:
    """The bias of the nnx.Linear is still an nnx.Param"""
    expect.variable(run, "bias", nnx.Param, shape=(run.arguments["features"],))


def check_seed(run: Run) -> None:
    """The Rngs were built with seed + 1"""
    expect.seeded(run, run.arguments["seed"] + 1)


def check_nnx_sum(run: Run) -> None:
    """The first number comes out of the nnx.Linear"""
    expect.answered_by(run, "nnx", part=0)


def check_linen_sum(run: Run) -> None:
    """The second number comes out of the Linen Dense"""
    expect.answered_by(run, "linen", part=1)


def check_bias_copied(run: Run) -> None:
    """The nnx.Linear has its bias from the Dense"""
    expect.uses_param(run, "bias", part=0)
