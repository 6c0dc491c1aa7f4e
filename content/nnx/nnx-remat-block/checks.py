"""What a solution of nnx-remat-block is judged by.

The loss is the same with and without. The program tells how many pieces are recomputed, and what is kept for the
gradient tells whether a block is wholly in such a piece: two kernels, a bias and one activation for each block, and
three arrays more where it is not. The hidden activations, four times as wide as the input, are known by their shape.
"""

import contextlib
import io
import re
from typing import Any

import jax.numpy as jnp
from flax import nnx
from jax.ad_checkpoint import print_saved_residuals

from flaxdrills.worker import expect
from flaxdrills.worker.checks.tracing import function_of
from flaxdrills.worker.expect import Run, case, normal
from flaxdrills.worker.outcome import heard
from flaxdrills.worker.spy import install_hooks
from flaxdrills.worker.spy.recorder import Shift, creation_key, is_float_array

CASES = [
    case("four blocks", seed=0, x=normal(5, 3, seed=1), depth=4),
    case("two blocks, one row", seed=3, x=2.0 * normal(1, 4, seed=2), depth=2),
    case("three blocks, as many rows as features", seed=7, x=-abs(normal(5, 5, seed=3)), depth=3),
]


def check_by_block(run: Run) -> None:
    """Each block is recomputed by itself"""
    found = expect.primitives(run)
    if found is None:
        return
    pieces = sum(found[name] for name in ("remat", "remat2", "checkpoint"))
    depth = run.arguments["depth"]
    if not pieces:
        expect.fail("Nothing is recomputed: there is no remat in the program of your function.", "no remat")
    if pieces < depth and not found["scan"]:
        expect.fail(
            f"There are {depth} blocks, and {pieces} remat in the program of your function.",
            "a single remat" if pieces == 1 else "too few remat",
        )


def check_kept(run: Run) -> None:
    """Nothing inside of a block is kept for the gradient"""
    expect.residuals(run, over="x", at_most=5 * run.arguments["depth"])
    rows, d = run.arguments["x"].shape
    if rows == d:
        # A hidden activation has the shape of a kernel there.
        return
    hidden = re.compile(rf"\w+\[(\d+,)?{rows},{4 * d}\] (?:output of|named)")
    if any(hidden.match(line) for line in _kept(run)):
        expect.fail(f"A hidden activation of shape ({rows}, {4 * d}) is kept for the gradient.", "hidden kept")


def _kept(run: Run) -> list[str]:
    """A line for each array that is kept for the gradient with respect to x and to every Param."""
    function, (x,) = function_of(run, "x")
    zeros = {
        creation_key("nnx", number): jnp.zeros(created.value.shape, created.value.dtype)
        for number, created in enumerate(run.recorder.created)
        if isinstance(created.variable, nnx.Param) and is_float_array(created.value)
    }

    def loss(x: Any, added: Any) -> list[Any]:
        with install_hooks.recording(Shift(added=added)):
            return function(x)

    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        heard(print_saved_residuals, loss, x, zeros)
    return text.getvalue().splitlines()
