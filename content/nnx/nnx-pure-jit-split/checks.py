"""What a solution of nnx-pure-jit-split is judged by.

The output is multiplied by the count, so the values tell whether the state reached the next call; there are
two calls or more in each case, or a state that is thrown away would look the same. What was compiled, with
which jit, and what became of the model, the values do not tell.
No two cases share the shape of x: a step that is compiled once for all is then traced in each.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

JAX_JIT = expect.watch("jax.jit")
NNX_JIT = expect.watch("nnx.jit")

CASES = [
    case("three calls", seed=0.0, x=normal(2, 3, seed=1), n=3.0),
    case("two calls, one row", seed=5.0, x=normal(1, 3, seed=2), n=2.0),
    case("five calls, negative values", seed=11.0, x=-4.0 * abs(normal(5, 3, seed=3)), n=5.0),
    case("seven calls, as many rows as columns", seed=42.0, x=normal(3, 3, seed=4), n=7.0),
]


def check_jax_jit(run: Run) -> None:
    """Something is compiled with jax.jit"""
    expect.calls(run, JAX_JIT)


def check_nnx_jit(run: Run) -> None:
    """nnx.jit is not used"""
    expect.calls_not(run, NNX_JIT)


def check_put_back(run: Run) -> None:
    """The model that you built has counted the calls"""
    expect.built_holds(run, "count", run.arguments["n"])
