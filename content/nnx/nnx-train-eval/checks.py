"""What a solution of nnx-train-eval is judged by.

A BatchNorm of few rows makes differences of rounding larger, hence the tolerance.

The last outputs tell whether the calls at evaluation took keys, and whether the size stood still. That it is the
model's own switch which reaches the layer, and not the function, is seen by pulling it.
"""

from typing import Any

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("four rows", seed=0, x=normal(4, 3, seed=1) + 2.0, rtol=1e-3, atol=1e-3),
    case("two rows", seed=5, x=3.0 * normal(2, 6, seed=2), rtol=1e-3, atol=1e-3),
    case("one column", seed=42, x=normal(9, 1, seed=3) - 1.0, rtol=1e-3, atol=1e-3),
]


def check_switch(run: Run) -> None:
    """The model's own eval() and train() switch the noise"""
    x = run.arguments["x"]

    def twice(model: Any) -> bool:
        return expect.close(expect.learner_calls(model, x), expect.learner_calls(model, x))

    def claim(model: Any) -> None:
        expect.learner_calls(model.eval)
        if not twice(model):
            expect.fail("After `model.eval()` two calls of your model differ.", "eval() does not reach the noise")
        expect.learner_calls(model.train)
        if twice(model.jitter):
            expect.fail("After `model.train()` two calls of `jitter` are alike.", "train() does not reach the noise")

    models = [model for model in run.modules() if callable(model) and hasattr(model, "jitter")]
    held = [leaf[...] for model in models for leaf in expect.leaves(model).values()]
    if not any(map(expect.is_traced, held)):
        # It changes the models, so this is the last check.
        expect.some(models, claim, "No module that your function built has an attribute `jitter`.")
