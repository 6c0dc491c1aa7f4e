"""What a solution of nnx-cache-scratch is judged by.

Each case has shapes of its own, so none finds a trace of the one before. In one the memory is full at the end.
"""

from typing import Any

import jax
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.checks.tracing import function_of
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("5 rows, room for 7", xs=normal(5, 3, seed=1), max_len=7),
    case("one row", xs=normal(1, 4, seed=2), max_len=3),
    case("full at the end", xs=normal(4, 2, seed=3), max_len=4),
    case("room for 20", xs=10.0 * normal(3, 5, seed=4), max_len=20),
]


def check_keys_and_index_are_caches(run: Run) -> None:
    """keys, of shape (max_len, d), and index are nnx.Cache"""
    shape = (run.arguments["max_len"], run.arguments["xs"].shape[1])
    expect.variable(run, "keys", nnx.Cache, shape=shape)
    expect.variable(run, "index", nnx.Cache)


def check_traced_once(run: Run) -> None:
    """step is traced once"""
    expect.traced(run, "step")


def check_a_call_for_each_row(run: Run) -> None:
    """step is called for each row"""
    rows = len(run.arguments["xs"])
    function, arrays = function_of(run, "xs")
    try:
        program = jax.make_jaxpr(function)(*arrays)
    except Exception:
        # What cannot be traced is told by another check.
        return
    count = steps(program.jaxpr)
    if 0 < count < rows:
        expect.fail(f"`step` is called {count} times for {rows} rows, and should be called for each.", "step at once")


def steps(jaxpr: Any) -> int:
    """How often the program calls a function named step."""
    found = 0
    for equation in jaxpr.eqns:
        found += equation.params.get("name") == "step"
        times = equation.params.get("length", 1) if equation.primitive.name == "scan" else 1
        for value in equation.params.values():
            for inner in value if isinstance(value, tuple | list) else (value,):
                inner = getattr(inner, "jaxpr", inner)
                if hasattr(inner, "eqns"):
                    found += times * steps(inner)
    return found
