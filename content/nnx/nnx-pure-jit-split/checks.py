"""What a solution of nnx-pure-jit-split is judged by.

The output is multiplied by the count, so the values tell whether the state reached the next call; there are
two calls or more in each case, or a state that is thrown away would look the same. What was compiled, with
which jit, and what became of the model, the values do not tell.
No two cases share the shape of x: a step that is compiled once for all is then traced in each. And n is no
length or size of x or y: a wrong y is often off by the factor n, and would be explained by that length.
"""

import jax

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

JAX_JIT = expect.watch("jax.jit")
NNX_JIT = expect.watch("nnx.jit")

CASES = [
    case("five calls", seed=0, x=normal(2, 3, seed=1), n=5),
    case("two calls, one row", seed=5, x=normal(1, 3, seed=2), n=2),
    case("four calls, negative values", seed=11, x=-4.0 * abs(normal(5, 3, seed=3)), n=4),
    case("seven calls, as many rows as columns", seed=42, x=normal(3, 3, seed=4), n=7),
]


def check_compiled(run: Run) -> None:
    """The model is called in a function that jax.jit compiles"""
    expect.calls(run, JAX_JIT)
    counts = [vars(module)["count"] for module in run.recorder.called if "count" in vars(module)]
    if counts and not any(map(expect.is_traced, jax.tree.leaves(counts))):
        expect.fail("The model was called, but never in a compiled function.", "called uncompiled")


def check_nnx_jit(run: Run) -> None:
    """nnx.jit is not used"""
    expect.calls_not(run, NNX_JIT)


def check_put_back(run: Run) -> None:
    """The model that you built has counted the calls"""
    expect.built_holds(run, "count", run.arguments["n"])


def check_output(run: Run) -> None:
    """y comes out of a call of the model"""
    expect.answered_by(run, "nnx", part=0, of="count", told="`y`")
