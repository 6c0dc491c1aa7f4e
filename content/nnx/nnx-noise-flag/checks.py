"""What a solution of nnx-noise-flag is judged by.

The calls in training that follow one without noise tell whether that took a key. No two cases share the shape of x,
so each is traced anew.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("on, off, on, on", seed=0, x=normal(2, 3, seed=1), train=[True, False, True, True]),
    case("off at first", seed=7, x=normal(4, 2, seed=2), train=[False, False, True]),
    case("a single call with noise", seed=1, x=normal(1, 5, seed=3), train=[True]),
    case("six calls", seed=42, x=-3.0 * normal(3, 4, seed=4), train=[True, True, False, True, False, True]),
]


def check_traces(run: Run) -> None:
    """`apply` is compiled, and traced at most once for each value of the flag"""
    expect.traced(run, "apply", times=len(set(run.arguments["train"])))
