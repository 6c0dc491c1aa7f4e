"""What a solution of flax-hyperparams is judged by.

Two classes, a number in place of the function, or an activation outside of the block give the same values, so the
first check looks at the fields of the modules that were used. The other finds a bias that is not there.
Every case has negative numbers in front of the activation, and no slope is that of nn.leaky_relu.
"""

import dataclasses

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("a slope of 0.2", seed=4.0, x=normal(3, 5, seed=1), features=4.0, slope=0.2),
    case("a batch of one", seed=13.0, x=normal(1, 3, seed=2), features=7.0, slope=0.5),
    case("a single feature", seed=28.0, x=normal(6, 2, seed=3), features=1.0, slope=0.05),
    case("a negative slope", seed=19.0, x=normal(2, 6, seed=4), features=6.0, slope=-1.5),
]


def check_field(run: Run) -> None:
    """`act` is a field with a default, and holds the default or what the caller chose"""
    used = [record.module for record in (*run.recorder.inits, *run.recorder.applies)]
    kinds = {type(module) for module in used}

    def claim(kind: type) -> None:
        field = next(field for field in dataclasses.fields(kind) if field.name == "act")
        makes_its_own = field.default_factory is not dataclasses.MISSING
        if field.default is dataclasses.MISSING and not makes_its_own:
            expect.fail("The field `act` has no default.", "act without a default")
        acts = [module.act for module in used if type(module) is kind]
        others = [act for act in acts if act is not field.default]
        if not others:
            expect.fail("No block was used with another `act` than the default.", "no other act")
        if not all(map(callable, others)):
            expect.fail("The `act` of a block is no function.", "act is no function")
        if len(others) == len(acts) and not makes_its_own:
            expect.fail("No block was used with the default `act`.", "no default act")

    blocks = [kind for kind in kinds if any(field.name == "act" for field in dataclasses.fields(kind))]
    if used and not blocks:
        another = any(callable(value) for module in used for value in vars(module).values())
        finding = f"no field act, {'another function' if another else 'no function'}, {len(kinds)} classes"
        expect.fail("No module that was used has a field `act`.", finding)
    if used or not run.recorder.earlier:
        expect.some(blocks, claim, "No module was initialised or applied.")


def check_params(run: Run) -> None:
    """The params are those of Dense_0, and each is used"""
    expect.follows(run)
