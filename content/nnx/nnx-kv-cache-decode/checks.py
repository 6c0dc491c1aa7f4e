"""What a solution of nnx-kv-cache-decode is judged by.

Each case has shapes of its own, so none finds a trace of the one before.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("6 tokens", seed=0, x=2.0 * normal(1, 6, 4, seed=1), num_heads=2, rtol=1e-4),
    case("one token", seed=1, x=normal(1, 1, 6, seed=2), num_heads=3, rtol=1e-4),
    case("4 tokens, one head", seed=7, x=3.0 * normal(1, 4, 5, seed=3), num_heads=1, rtol=1e-4),
]


def check_the_cache_was_filled(run: Run) -> None:
    """The cache counts all tokens"""
    expect.variable(run, "cache_index", nnx.Cache, value=run.arguments["x"].shape[1])


def check_traced_once(run: Run) -> None:
    """step is traced once"""
    expect.traced(run, "step")
