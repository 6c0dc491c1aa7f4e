"""What a solution of nnx-decoder-block is judged by.

In one case text and context are equally long, so that a mask on the context, or arrays in the other order, raise
nothing.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case(
        "4 look at 7",
        seed=0,
        x=2.0 + normal(4, 6, seed=1),
        ctx=3.0 * normal(7, 6, seed=2),
        num_heads=2,
        mlp=9,
        rtol=1e-3,
    ),
    case(
        "equal lengths",
        seed=3,
        x=3.0 * normal(5, 4, seed=3),
        ctx=2.0 + normal(5, 4, seed=4),
        num_heads=2,
        mlp=5,
        rtol=1e-3,
    ),
    case(
        "one looks at one",
        seed=1,
        x=normal(1, 4, seed=5),
        ctx=5.0 * normal(1, 4, seed=6),
        num_heads=1,
        mlp=3,
        rtol=1e-3,
    ),
    case(
        "6 look at 2", seed=42, x=5.0 * normal(6, 6, seed=7), ctx=normal(2, 6, seed=8), num_heads=3, mlp=12, rtol=1e-3
    ),
]


def check_norms_are_used(run: Run) -> None:
    """All three norms are used"""
    for name in ("norm1", "norm2", "norm3"):
        # One key alone gets the whole share, whatever asks.
        if name != "norm2" or len(run.arguments["ctx"]) > 1:
            expect.reads(run, name)
