"""What a solution of scale-remat-policy is judged by."""

import contextlib
import io
import re
from typing import Any

import jax
from jax.ad_checkpoint import print_saved_residuals

from flaxdrills.worker import expect
from flaxdrills.worker.checks.tracing import each_equation, function_of
from flaxdrills.worker.expect import Run, case, normal
from flaxdrills.worker.outcome import heard

CASES = [
    case("three blocks", w=normal(3, 4, 4, seed=1), x=normal(2, 7, 4, seed=2)),
    case("two blocks, five in a batch", w=normal(2, 3, 3, seed=3), x=2.0 * normal(5, 4, 3, seed=4)),
    case("four blocks, short sequences", w=0.5 * normal(4, 6, 6, seed=5), x=normal(3, 2, 6, seed=6) - 0.5),
]

_KEPT = re.compile(r"^\w+\[([\d,]*)\] (?:output of|named)")


def loss_of(run: Run) -> tuple[Any, list[Any]]:
    function, arrays = function_of(run, None)
    return (lambda *arrays: function(*arrays)[0]), arrays


def check_kept(run: Run) -> None:
    """At most two arrays of each block are kept, and none of shape (b, t, t)"""
    loss, arrays = loss_of(run)
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        heard(print_saved_residuals, loss, *arrays)
    b, t, _ = run.arguments["x"].shape
    depth = len(run.arguments["w"])
    kept = 0
    for line in text.getvalue().splitlines():
        if (found := _KEPT.match(line)) is None:
            continue
        shape = tuple(int(size) for size in found[1].split(",") if size)
        # A kernel that was taken out of `w` is no new array.
        kept += shape not in (run.arguments["w"].shape, run.arguments["w"].shape[1:])
        if shape[-3:] == (b, t, t):
            expect.fail(f"An array of shape {shape} is kept for the gradient.", "attention kept")
    # What goes into the mean is kept, besides.
    if kept > 2 * depth + 1:
        expect.fail(f"{kept} arrays are kept for the gradient, and {2 * depth + 1} are enough.", "too many kept")


def check_no_product_twice(run: Run) -> None:
    """No product with a kernel is computed twice"""
    loss, arrays = loss_of(run)
    traced = heard(jax.make_jaxpr(jax.grad(loss, argnums=(0, 1))), *arrays)
    if traced.error is not None:
        return
    equations = list(each_equation(traced.value.jaxpr))
    loops = any(equation.primitive.name == "scan" for equation in equations)
    products = sum(
        equation.primitive.name == "dot_general" and equation.params["dimension_numbers"][1] == ((), ())
        for equation in equations
    )
    # One on the way forward, and on the way back one for h and one for the kernel.
    blocks = 1 if loops else len(run.arguments["w"])
    if products > 3 * blocks:
        expect.fail(
            f"The program of the gradient has {products} products with a kernel, and {3 * blocks} are enough.",
            f"{products} products",
        )
