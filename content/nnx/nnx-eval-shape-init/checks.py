"""What a solution of nnx-eval-shape-init is judged by.

The Net has two dtypes, statistics and a key; the budgets lie between what one forgets and what is right. Sizes are
moderate, so that a solution that makes arrays still comes to its end.
"""

import jax
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case

CASES = [
    case("the middle of three fits", d=300, widths=(900, 100, 400), budget=2.5),
    case("the last that fits is not the widest", d=64, widths=(1000, 2000, 512, 33), budget=1.9),
    case("none fits", d=1000, widths=(700, 800), budget=12.0),
    case("a single width, a single input", d=1, widths=(5,), budget=0.00032),
]


def check_no_values(run: Run) -> None:
    """No Param and no running mean of Adam's is made with values"""
    expect.materialises_no(run, nnx.Param)
    for created in run.recorder.created:
        value = created.value
        is_real = isinstance(value, jax.Array) and not expect.is_traced(value)
        if isinstance(created.variable, nnx.OptState) and is_real and value.size > 1:
            expect.fail("The optimizer made running means with values.", "running means were made")
