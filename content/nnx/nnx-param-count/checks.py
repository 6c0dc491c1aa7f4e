"""What a solution of nnx-param-count is judged by.

din and dout differ, and no two sums of a case are equal, so a transposed kernel or a swapped kind shows. The
sums can be had from a formula, so it is checked that there is a model to count in.
"""

from __future__ import annotations

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case

CASES = [
    case("3 to 4 features", seed=0, din=3, dout=4),
    case("7 to 2 features", seed=1, din=7, dout=2),
    case("a single output", seed=42, din=5, dout=1),
    case("a single input", seed=3, din=1, dout=6),
]


def check_model(run: Run) -> None:
    """One module contains a Linear, a BatchNorm and a Dropout"""

    def contains_all(module: nnx.Module) -> None:
        for kind in (nnx.Linear, nnx.BatchNorm, nnx.Dropout):
            expect.submodule_count(module, kind, 1)

    expect.some(run.modules(), contains_all, "Your function built no module, so there is nothing to count in.")


def check_rate(run: Run) -> None:
    """The Dropout has the rate 0.5"""
    expect.settings(run, nnx.Dropout, rate=0.5)


def check_seed(run: Run) -> None:
    """The Rngs were built with the seed"""
    expect.seeded(run, run.arguments["seed"])
