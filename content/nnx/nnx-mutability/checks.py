"""What a solution of nnx-mutability is judged by.

The values are `n_calls` and a sum that never changes, so a formula gives them as well, and so does a count
that lost its wrapper. The mechanism checks look at the module that was built, and call it once more.
No two cases share the shape of x: a solution that jits everything is then traced in each.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("3 calls", seed=0, x=normal(4, seed=1), n_calls=3),
    case("a single call", seed=1, x=normal(5, seed=2), n_calls=1),
    case("7 calls, one element", seed=7, x=normal(1, seed=3), n_calls=7),
    case("12 calls, negative values", seed=42, x=-10.0 * abs(normal(9, seed=4)), n_calls=12),
]


def check_type(run: Run) -> None:
    """`count` is an nnx.Variable at the end, and not an nnx.Param"""
    expect.variable(run, "count", nnx.Variable, but_not=nnx.Param)


def check_count(run: Run) -> None:
    """The module's own `count` holds the number of calls at the end"""
    expect.holds(run, "count", float(run.arguments["n_calls"]))


def check_read(run: Run) -> None:
    """The count that you return depends on what `count` held at first"""
    expect.uses(run, "count")


def check_one_more_call(run: Run) -> None:
    """One more call of the module adds 1.0 to `count` and returns x"""
    x = run.arguments["x"]
    expect.call_adds(run, "count", 1.0, x, returns=x)  # changes the count, so this is the last check
