"""What a solution of nnx-custom-variable is judged by.

The values tell the arithmetic. They are the same for every type of Variable, and for a mean that was
computed beside the model; the mechanism checks look at the module's own attributes.
"""

from typing import Any

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("two batches of three", seed=0, x=normal(6, 4, seed=1) + 1.0, momentum=0.9),
    case("two batches of one", seed=5, x=normal(2, 5, seed=2) - 2.0, momentum=0.25),
    case("one column", seed=11, x=normal(8, 1, seed=3) + 3.0, momentum=0.6),
    case("as many rows in a batch as columns", seed=3, x=normal(6, 3, seed=4), momentum=0.7),
    case("large values", seed=42, x=30.0 * normal(10, 2, seed=5), momentum=0.99),
]


def check_mean(run: Run) -> None:
    """`mean` is an nnx.Variable, and not an nnx.Param, of shape (d,)"""
    expect.variable(run, "mean", nnx.Variable, but_not=nnx.Param, shape=(run.arguments["x"].shape[1],))


def check_stat(run: Run) -> None:
    """The type of `mean` is your own Stat"""

    def claim(held: Any) -> None:
        if not any(kind.__name__ == "Stat" for kind in type(held).__mro__):
            name = type(held).__name__
            expect.fail(f"`mean` is of type {name}, and should be of your own type Stat.", f"mean is of type {name}")

    expect.some(run.variables("mean"), claim, "No module that your function built has an attribute `mean`.")


def check_scale(run: Run) -> None:
    """`scale` is an nnx.Param of shape (d,) that holds what was drawn"""
    shape = (run.arguments["x"].shape[1],)
    expect.variable(run, "scale", nnx.Param, shape=shape, value=expect.reference_value(run, "scale"))


def check_kept(run: Run) -> None:
    """The module's own `mean` holds what you return"""
    expect.holds(run, "mean", run.output)


def check_used(run: Run) -> None:
    """The output depends on `scale`, and on what `mean` held before"""
    expect.uses(run, "scale")
    expect.uses(run, "mean")


def check_start(run: Run) -> None:
    """`mean` starts as an array of zeros of shape (d,)"""
    expect.created_with(run, "mean", np.zeros(run.arguments["x"].shape[1]))


def check_call(run: Run) -> None:
    """One more call of the module on x updates `mean`, and returns x * scale"""
    x, momentum = run.arguments["x"], run.arguments["momentum"]

    def mean(held: Any) -> Any:
        return momentum * held["mean"] + (1 - momentum) * (x * held["scale"]).mean(axis=0)

    # It changes the mean, so this is the last check.
    expect.call_changes(run, "mean", mean, x, returns=lambda held: x * held["scale"])
