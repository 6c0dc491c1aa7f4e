"""What a solution of nnx-bf16-step is judged by.

The steps are so small that bfloat16 Params hardly move, and so many that float32 ones move by several times the
tolerance. What is computed in bfloat16 may be fused, so values agree in about two digits only.
"""

from typing import Any

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, curve, normal


def case(name: str, **arguments: Any) -> expect.Case:
    """A case whose values agree as far as bfloat16 goes."""
    return expect.case(name, rtol=1.5e-2, atol=4e-3, **arguments)


CASES = [
    case("100 steps", seed=0, x=normal(7, 3, seed=1), y=1.0 + 2.0 * normal(7, 2, seed=2), lr=0.003, steps=100),
    case("a batch of one, one step", seed=1, x=normal(1, 4, seed=3), y=4.0 * normal(1, 3, seed=4), lr=0.02, steps=1),
    case("one output", seed=7, x=2.0 * normal(9, 2, seed=5), y=-3.0 * normal(9, 1, seed=6), lr=0.002, steps=80),
    case("one input", seed=42, x=normal(6, 1, seed=7), y=2.0 + normal(6, 4, seed=8), lr=0.004, steps=60),
]


def check_products(run: Run) -> None:
    """Each matrix product takes two bfloat16 arrays"""
    expect.products(run, "bfloat16")


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
