"""What a solution of nnx-data-attr is judged by.

The sums can be had from anywhere, so the module is looked at: what its list is, and whether NNX and JAX both
see what is in it.
"""

from __future__ import annotations

from typing import Any

import jax
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("five numbers", a=normal(5, seed=1)),
    case("a single number", a=-3.0 * abs(normal(1, seed=2))),
    case("seven negative numbers", a=-abs(normal(7, seed=3))),
    case("twelve large numbers", a=10.0 * normal(12, seed=4)),
]


def check_list(run: Run) -> None:
    """`xs` is a Python list"""

    def is_list(module: nnx.Module) -> None:
        kind = type(vars(module)["xs"]).__name__
        if not isinstance(vars(module)["xs"], list):
            expect.fail(f"`xs` is of type {kind}, and should be a Python list.", f"xs is {kind}")

    _of_holder(run, is_list)


def check_leaves(run: Run) -> None:
    """What is in `xs` are the leaves of the module, for NNX and for JAX"""

    def has_leaves(module: nnx.Module) -> None:
        expect.paths(module, "xs/0", "xs/1")
        count = len(expect.learner_calls(jax.tree.leaves, module))
        if count != 2:
            expect.fail(f"jax.tree.leaves of the module gives {count} leaves, and should give 2.", f"{count} for jax")

    _of_holder(run, has_leaves)


def check_entries(run: Run) -> None:
    """`xs` holds a and a ** 2, in this order"""
    a = run.arguments["a"]

    def has_entries(module: nnx.Module) -> None:
        for number, wanted in enumerate((a, a**2)):
            expect.leaf_holds(module, f"xs/{number}", wanted)

    _of_holder(run, has_entries)


def check_read(run: Run) -> None:
    """The sums are those of what `xs` holds"""
    expect.reads(run, "xs")


def _of_holder(run: Run, claim: Any) -> None:
    holders = [module for module in run.modules() if "xs" in vars(module)]
    none = "No module that your function built has an attribute `xs`." if run.modules() else "No module was built."
    expect.some(holders, claim, none)
