"""What a solution of nnx-branch-flag is judged by.

The state is returned, so what it holds, and where, is compared with the reference's. The same seed is used with and
without the extra layer.
"""

from typing import Any

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("with the extra layer", seed=0, x=normal(4, 3, seed=1), features=5, use_extra=True),
    case("without it", seed=0, x=normal(4, 3, seed=1), features=5, use_extra=False),
    case("without it, a batch of one", seed=7, x=normal(1, 2, seed=2), features=6, use_extra=False),
    case("with it, all sizes alike", seed=42, x=-2.0 * normal(3, 3, seed=3), features=3, use_extra=True),
]


def check_call(run: Run) -> None:
    """A call of the model gives y, under nnx.jit as well"""

    def gives_y(model: Any) -> None:
        for how, call in (("A call", type(model).__call__), ("Under nnx.jit a call", nnx.jit(lambda m, x: m(x)))):
            y = expect.learner_calls(call, model, run.arguments["x"])
            if not expect.close(run.part(0), y, 1e-4, 1e-5):
                expect.fail(f"{how} of your model gives something else than `y`.")

    models = [module for module in run.modules() if {"stem", "head"} <= vars(module).keys()]
    expect.some(models, gives_y, "No module that your function built has the attributes `stem` and `head`.")
