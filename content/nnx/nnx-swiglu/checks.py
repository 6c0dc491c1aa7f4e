"""What a solution of nnx-swiglu is judged by.

The values show the width, the keys and which factor is behind the silu. Biases that are zero show in the state only. In
one case eight thirds of d is a multiple, in the others it is rounded up; no two cases share their sizes.
"""

from typing import Any

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("5 features, multiples of 4", seed=0, x=normal(3, 5, seed=1), multiple=4),
    case("a batch of one, exactly a multiple", seed=1, x=normal(1, 6, seed=2), multiple=8),
    case("multiples of 1", seed=7, x=-2.0 * abs(normal(2, 3, 4, seed=3)), multiple=1),
    case("multiples of 5, no axis in front", seed=42, x=3.0 * normal(7, seed=4), multiple=5),
]


def check_params(run: Run) -> None:
    """The Params are `gate/kernel`, `up/kernel` and `down/kernel`"""
    d, multiple = run.arguments["x"].shape[-1], run.arguments["multiple"]
    hidden = next(width for width in range(multiple, 99, multiple) if 3 * width >= 8 * d)
    wanted = {"gate/kernel": (d, hidden), "up/kernel": (d, hidden), "down/kernel": (hidden, d)}

    def has_all(module: Any) -> None:
        params = expect.learner_calls(nnx.state, module, nnx.Param)
        expect.paths(params, *wanted)
        for path, shape in wanted.items():
            found = expect.leaf(params, path).shape
            if found != shape:
                expect.fail(f"`{path}` has shape {found}, and should have {shape}.", f"{path} has another shape")

    holders = [module for module in run.modules() if "gate" in vars(module)]
    expect.some(holders, has_all, "No module that your function built has an attribute `gate`.")


def check_call(run: Run) -> None:
    """What you return is what a call of the module gives for x"""
    expect.call_gives(run, "gate", run.arguments["x"])
