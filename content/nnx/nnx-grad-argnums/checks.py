"""What a solution of nnx-grad-argnums is judged by.

The stub has the right values, so what tells is how often a module with `hidden` is called. In no case has y the
shape of x, so a gradient of the wrong one shows at once.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("seven rows, three inputs", seed=0, x=normal(7, 3, seed=1), y=2.0 + normal(7, 2, seed=2)),
    case("a batch of one", seed=1, x=normal(1, 4, seed=3), y=normal(1, 3, seed=4)),
    case("one output, negative targets", seed=7, x=2.0 * normal(5, 2, seed=5), y=-3.0 - normal(5, 1, seed=6)),
    case("one input", seed=42, x=-normal(6, 1, seed=7), y=normal(6, 4, seed=8)),
]


def check_one_run(run: Run) -> None:
    """The model runs once"""
    calls = sum("hidden" in vars(module) for module in run.recorder.called)
    if calls > 1:
        expect.fail(f"The model ran {calls} times, and should run once.", f"{calls} runs")
