"""What a solution of nnx-iter-modules is judged by.

The models have Dropouts at several depths, in a list and in a dict, of a subclass, and as the model itself; and a
module of a different class with a `rate`.
"""

from typing import Any

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, made


class Sometimes(nnx.Dropout):
    """A Dropout of the model's own."""


class Meter(nnx.Module):
    """No Dropout, though it has a rate."""

    def __init__(self, rate: float):
        self.rate = rate


class Block(nnx.Module):
    def __init__(self, rate: float, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(2, 2, rngs=rngs)
        self.drop = nnx.Dropout(rate, rngs=rngs)
        self.meter = Meter(44.1)


class Net(nnx.Module):
    def __init__(self, depth: int):
        rngs = nnx.Rngs(depth)
        self.blocks = nnx.List([Block(0.1 * (i + 1), rngs=rngs) for i in range(depth)])
        self.heads = nnx.Dict(left=nnx.Sequential(nnx.Linear(2, 1, rngs=rngs), Sometimes(0.25, rngs=rngs)))
        self.drop = nnx.Dropout(0.5, rngs=rngs)


CASES = [
    case("three blocks", model=made(lambda: Net(3)), rate=0.3),
    case("no blocks, rate 0", model=made(lambda: Net(0)), rate=0.0),
    case("the model is a Dropout", model=made(lambda: nnx.Dropout(0.2, rngs=nnx.Rngs(0))), rate=0.9),
    case("a model without a Dropout", model=made(lambda: nnx.Linear(3, 2, rngs=nnx.Rngs(0))), rate=0.4),
    case("a Dropout two levels down", model=made(lambda: nnx.List([Block(0.7, rngs=nnx.Rngs(1))])), rate=0.05),
]


def rates(model: nnx.Module) -> dict[str, Any]:
    """The rate of each module that has one, by its path."""
    named = {"/".join(map(str, path)): module for path, module in nnx.iter_modules(model)}
    return {name: module.rate for name, module in named.items() if hasattr(module, "rate")}


def check_model(run: Run) -> None:
    """In the model that was passed each Dropout has the new rate, and all else is as it was"""
    now, wanted = run.arguments["model"], run.case.made()["model"]
    for _, module in nnx.iter_modules(wanted):
        if isinstance(module, nnx.Dropout):
            module.rate = run.arguments["rate"]
    held = rates(now)
    for name, rate in rates(wanted).items():
        if name not in held or not expect.same(held[name], rate):
            what = f"The module at `{name}`" if name else "The model"
            expect.fail(f"{what} has the rate {held.get(name)}, and should have {rate}.", f"rate of {name}")
    if nnx.graphdef(now) != nnx.graphdef(wanted) or not expect.same(nnx.state(now), nnx.state(wanted)):
        expect.fail("Something else than a rate was changed in the model.", "changed more")
