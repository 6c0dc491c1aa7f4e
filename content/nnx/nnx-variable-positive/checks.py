"""What a solution of nnx-variable-positive is judged by.

With a large rate a sigma that is trained itself becomes negative. The check of the view writes to sigma,
and is the last one.
"""

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CASES = [
    case(
        "3 columns, 8 steps",
        rtol=1e-4,
        atol=1e-5,
        x=normal(20, 3, seed=1) * np.float32([0.5, 1.0, 3.0]),
        start=abs(normal(3, seed=2)) + 1.0,
        lr=2.0,
        steps=8,
    ),
    case(
        "a batch of one",
        rtol=1e-4,
        atol=1e-5,
        x=normal(1, 4, seed=3),
        start=0.5 + abs(normal(4, seed=4)),
        lr=0.5,
        steps=2,
    ),
    case(
        "one column, one step",
        rtol=1e-4,
        atol=1e-5,
        x=0.3 * normal(6, 1, seed=5),
        start=3.0 + normal(1, seed=6),
        lr=9.0,
        steps=1,
    ),
]


def check_view(run: Run) -> None:
    """`sigma` is an nnx.Param that reads as the softplus of what it holds, and as what is written"""

    def claim(held: Any) -> None:
        if not isinstance(held, nnx.Param):
            expect.fail("`sigma` is no nnx.Param.")
        if not expect.close(held[...], jax.nn.softplus(held.get_raw_value()), 1e-4, 1e-5):
            expect.fail("`sigma` does not read as the softplus of what it holds.")
        wanted = jnp.linspace(0.5, 2.5, held.shape[0])
        held[...] = wanted
        if not expect.close(held[...], wanted, 1e-4, 1e-5):
            expect.fail("What is written to `sigma[...]` is not what it reads as afterwards.")
        held[0] = 4.0
        if not expect.close(held[...], wanted.at[0].set(4.0), 1e-4, 1e-5):
            expect.fail("What is written to `sigma[0]` is not what it reads as afterwards.")

    known = [held for held in run.variables("sigma") if not expect.is_traced(getattr(held, "get_raw_value", list)())]
    expect.some(
        known,
        lambda held: expect.learner_calls(claim, held),
        "No module that your function built has an attribute `sigma`.",
    )


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
