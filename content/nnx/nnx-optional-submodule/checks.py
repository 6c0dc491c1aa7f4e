"""What a solution of nnx-optional-submodule is judged by.

The counts and the third answer show whether the adapter is really in the model, and out again. Whether that is one
model, and whether the adapter is called by it, the values do not tell. The head has a bias that is not zero, so that
it is not linear: with zeros, head(h) + head(adapter(h)) would be right. No two cases share the shape of x.
"""

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("3 rows, 5 inputs", seed=0, x=normal(3, 5, seed=1)),
    case("a batch of one", seed=1, x=normal(1, 3, seed=2)),
    case("4 rows, one input, large values", seed=42, x=-10.0 * normal(4, 1, seed=3)),
]


def check_built_once(run: Run) -> None:
    """There is one model, and one adapter: three nnx.Linears are built"""
    built = sum(isinstance(module, nnx.Linear) for module in run.recorder.built)
    if built != 3:
        expect.fail(f"Your function built {built} nnx.Linears, and should build 3.")


def check_second(run: Run) -> None:
    """The second answer comes out of a module with the attribute `adapter`"""
    first = int(np.prod(np.shape(run.part(0))[1:]))
    expect.answered_by(run, "nnx", part=first, of="adapter", told="The second answer")


def check_compiled(run: Run) -> None:
    """`call` is compiled"""
    expect.traced(run, "call", times=3)
