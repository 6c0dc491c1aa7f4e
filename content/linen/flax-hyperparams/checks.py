"""What a solution of flax-hyperparams is judged by.

Two classes, a number in place of the function, or an activation outside of the block give the same values, so the
first check looks at the fields of the modules that ran, and the last at what they returned. The other finds a bias
that is not there. Every case has negative numbers in front of the activation, and no slope is that of nn.leaky_relu.
"""

import dataclasses
from typing import Any

from flax import linen as nn

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("a slope of 0.2", seed=4, x=normal(3, 5, seed=1), features=4, slope=0.2),
    case("a batch of one", seed=13, x=normal(1, 3, seed=2), features=7, slope=0.5),
    case("a single feature", seed=28, x=normal(6, 2, seed=3), features=1, slope=0.05),
    case("a negative slope", seed=19, x=normal(2, 6, seed=4), features=6, slope=-1.5),
]


def check_field(run: Run) -> None:
    """`act` is a field with a default, and holds the default or what the caller chose"""
    ran = [module for module in expect.modules_run(run) if not type(module).__module__.startswith("flax.")]
    blocks = {type(module): _field_of(type(module)) for module in ran}

    def claim(kind: type) -> None:
        field = blocks[kind]
        makes_its_own = field.default_factory is not dataclasses.MISSING
        if field.default is dataclasses.MISSING and not makes_its_own:
            expect.fail(f"The field `act` of {kind.__name__} has no default.", "act without a default")
        acts = [module.act for module in ran if type(module) is kind]
        others = [act for act in acts if not _same(act, field.default)]
        if not others:
            expect.fail("No block was used with another `act` than the default.", "no other act")
        for act in others:
            if not callable(act):
                expect.fail(f"The `act` of a block is no function: it is of type {type(act).__name__}.", "no function")
        if len(others) == len(acts) and not makes_its_own:
            expect.fail("No block was used with the default `act`.", "no default act")

    if ran and not any(blocks.values()):
        names = ", ".join(sorted(f"`{kind.__name__}`" for kind in blocks))
        finding = f"no field act in {len(blocks)} {'class' if len(blocks) == 1 else 'classes'}"
        expect.fail(f"No module that ran has a field `act`: {names}.", finding)
    if ran or not run.recorder.earlier:
        expect.some([kind for kind in blocks if blocks[kind]], claim, "No module of a class of yours ran.")


def _field_of(kind: type) -> Any:
    return next((field for field in dataclasses.fields(kind) if field.name == "act"), None)


def _same(act: Any, default: Any) -> bool:
    """A module in a field is copied, and named, when its parent is bound."""
    if isinstance(act, nn.Module) and isinstance(default, nn.Module):
        return bool(act.clone(name=default.name) == default)
    return act is default


def check_params(run: Run) -> None:
    """The params are those of Dense_0, and each is used"""
    expect.follows(run)


def check_blocks(run: Run) -> None:
    """What is returned comes out of the blocks"""
    expect.output_of_module(run)
