"""What a solution of nnx-static-attribute is judged by.

The state is returned, so what is in it is compared with the reference's: a scale that stays an array gives the
right numbers. No two cases share the shape of x.
"""

from typing import Any

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("two widths", seed=0, x=normal(12, seed=1), widths=[3, 4], scale=0.5, features=2),
    case("a single width", seed=1, x=normal(10, seed=2), widths=[5], scale=-2.0, features=3),
    case("windows of one and of all", seed=42, x=-3.0 * normal(8, seed=3), widths=[1, 8, 2], scale=1.5, features=1),
]


def check_compiled(run: Run) -> None:
    """`call` is compiled"""
    expect.traced(run, "call", times=2)


def check_call(run: Run) -> None:
    """A call of the model gives y"""

    def gives_y(model: Any) -> None:
        y = expect.learner_calls(model, run.arguments["x"])
        if not expect.close(run.part(0), y, 1e-4, 1e-5):
            expect.fail("A call of your model gives something else than `y`.")

    models = [module for module in run.modules() if "mix" in vars(module)]
    expect.some(models, gives_y, "No module that your function built has the attribute `mix`.")
