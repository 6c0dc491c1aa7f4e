"""What a solution of train-mixed-precision is judged by.

No other array of a case has the shape (n, width) of an activation. With a batch of one, a gain could have it.
"""

from typing import Any

import jax
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.checks.tracing import each_equation, function_of
from flaxdrills.worker.expect import Picture, Run, bars, normal


def case(name: str, **arguments: Any) -> expect.Case:
    """A case whose values agree as far as bfloat16 goes."""
    return expect.case(name, rtol=3e-2, atol=2e-2, **arguments)


CASES = [
    case("three blocks", seed=0, x=normal(7, 3, seed=1), y=normal(7, 2, seed=2), width=5, depth=3),
    case("a batch of one", seed=1, x=normal(1, 4, seed=3), y=2.0 + normal(1, 3, seed=4), width=6, depth=2),
    case("one block", seed=7, x=2.0 * normal(6, 2, seed=5), y=normal(6, 1, seed=6), width=9, depth=1),
    case("one input", seed=42, x=normal(4, 1, seed=7), y=normal(4, 5, seed=8) - 3.0, width=3, depth=4),
]


def check_gain_kept(run: Run) -> None:
    """`gain` is kept as a float32 Param"""
    expect.variable(run, "gain", nnx.Param, dtype="float32")


def check_no_wide_activation(run: Run) -> None:
    """No activation is computed in float32"""
    shape = (run.arguments["x"].shape[0], run.arguments["width"])
    if shape[0] == 1:
        return
    function, arrays = function_of(run, None)
    try:
        jaxpr = jax.make_jaxpr(function)(*arrays).jaxpr
    except Exception:  # What cannot be traced is told elsewhere.
        return
    for equation in each_equation(jaxpr):
        for made in equation.outvars:
            if made.aval.shape == shape and made.aval.dtype == "float32":
                expect.fail(
                    f"On the way an array of shape {shape}, which is (n, width), is float32.",
                    "a float32 activation",
                )


def draw_bytes(run: Run) -> Picture:
    return bars(
        "Bytes of the activations",
        yours=run.part("activations").nbytes,
        reference=run.expected().part("activations").nbytes,
    )
