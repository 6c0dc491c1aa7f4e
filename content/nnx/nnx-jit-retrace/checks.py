"""What a solution of nnx-jit-retrace is judged by.

No two cases share the shape of x, so `step` is traced anew in each. The values are the same however often it is
traced; they tell a count that is lost.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("six calls", seed=0, x=normal(5, 3, seed=1), n=6),
    case("two calls, one row", seed=1, x=normal(1, 4, seed=2), n=2),
    case("three calls, one input", seed=7, x=-3.0 * abs(normal(4, 1, seed=3)), n=3),
    case("nine calls", seed=42, x=10.0 * normal(2, 6, seed=4), n=9),
]


def check_traces(run: Run) -> None:
    """`step` is traced once"""
    expect.traced(run, "step", times=1)


def check_calls(run: Run) -> None:
    """The attribute `calls` of your model holds the number of calls"""
    expect.built_holds(run, "calls", run.arguments["n"])
