"""What a solution of nnx-kv-cache-decode is judged by.

Each case has shapes of its own, so none finds a trace of the one before.
"""

import math

import jax
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.checks.tracing import each_equation, function_of
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("6 tokens", seed=0, x=2.0 * normal(1, 6, 4, seed=1), num_heads=2, rtol=1e-4),
    case("one token", seed=1, x=normal(1, 1, 6, seed=2), num_heads=3, rtol=1e-4),
    case("4 tokens, one head", seed=7, x=3.0 * normal(1, 4, 5, seed=3), num_heads=1, rtol=1e-4),
]


def check_the_cache_was_filled(run: Run) -> None:
    """The cache of the layer counts all tokens"""
    expect.variable(run, "cache_index", nnx.Cache, value=run.arguments["x"].shape[1])


def check_token_by_token(run: Run) -> None:
    """A call of the layer gets one token"""
    _, _, d = run.arguments["x"].shape
    heads = run.arguments["num_heads"]
    kernel = (d, heads, d // heads)
    function, arrays = function_of(run, "x")
    try:
        program = jax.make_jaxpr(function)(*arrays)
    except Exception:
        # What cannot be traced is told by another check.
        return
    for equation in each_equation(program.jaxpr):
        taken = [value.aval.shape for value in equation.invars if hasattr(value.aval, "shape")]
        if equation.primitive.name == "dot_general" and kernel in taken:
            tokens = math.prod(equation.outvars[0].aval.shape) // d
            if tokens > 1:
                told = f"The keys, values or queries of {tokens} tokens are computed in one call of the layer."
                expect.fail(
                    f"{told} It should get one token: what it needs of the others is in its cache.", "fed again"
                )


def check_traced_once(run: Run) -> None:
    """step is traced once"""
    expect.traced(run, "step")
