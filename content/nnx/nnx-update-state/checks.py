"""What a solution of nnx-update-state is judged by.

The values tell the numbers in the bias and the kernel beneath it, as long as there are two features or more:
of a single one the bias is 0.0 anyway. They do not tell an integer bias, nor a bare array, from a Param that
can be trained.
"""

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("three inputs, four features", seed=0, x=normal(3, seed=1), features=4),
    case("two features", seed=5, x=-3.0 * abs(normal(5, seed=2)), features=2),
    case("a single input", seed=11, x=normal(1, seed=3), features=6),
    case("as many inputs as features", seed=3, x=normal(3, seed=4), features=3),
    case("many features", seed=42, x=10.0 * normal(2, seed=5), features=17),
]


def numbers(run: Run) -> np.ndarray:
    """What the bias must hold."""
    return np.arange(run.arguments["features"], dtype=np.float32)


def check_bias(run: Run) -> None:
    """The bias is a float32 nnx.Param that counts from 0.0 upwards"""
    wanted = numbers(run)
    expect.variable(run, "bias", nnx.Param, value=wanted, shape=wanted.shape, dtype="float32")


def check_patched(run: Run) -> None:
    """The bias was patched after the layer was built"""
    expect.drawn_first(run, "bias", numbers(run))


def check_call(run: Run) -> None:
    """What you return is what a call of the layer gives for x"""
    expect.call_gives(run, nnx.Linear, run.arguments["x"])
