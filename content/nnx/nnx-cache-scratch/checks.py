"""What a solution of nnx-cache-scratch is judged by.

Each case has shapes of its own, so none finds a trace of the one before. In one the memory is full at the end.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("5 rows, room for 7", xs=normal(5, 3, seed=1), max_len=7),
    case("one row", xs=normal(1, 4, seed=2), max_len=3),
    case("full at the end", xs=normal(4, 2, seed=3), max_len=4),
    case("room for 20", xs=10.0 * normal(3, 5, seed=4), max_len=20),
]


def check_keys_and_index_are_caches(run: Run) -> None:
    """keys and index are nnx.Cache"""
    expect.variable(run, "keys", nnx.Cache)
    expect.variable(run, "index", nnx.Cache)


def check_traced_once(run: Run) -> None:
    """step is traced once"""
    expect.traced(run, "step")
