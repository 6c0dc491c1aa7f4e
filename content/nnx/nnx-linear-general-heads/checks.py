"""What a solution of nnx-linear-general-heads is judged by.

The numbers of flat kernels are the same, so the shapes are looked at. Heads and width differ in each case, so that two
axes cannot be exchanged unseen. The biases are zero, and a check asks whether they count.
"""

from typing import Any

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("2 heads of 3", seed=0, x=normal(4, 6, seed=1), heads=2),
    case("5 heads of 2, a batch of one", seed=1, x=normal(1, 10, seed=2), heads=5),
    case("a single head", seed=7, x=-2.0 * abs(normal(3, 4, seed=3)), heads=1),
    case("4 heads of 3", seed=42, x=3.0 * normal(2, 12, seed=4), heads=4),
]


def check_shapes(run: Run) -> None:
    """Kernels and biases have an axis for the heads"""
    d, heads = run.arguments["x"].shape[-1], run.arguments["heads"]
    width = d // heads
    wanted = {
        "project/kernel": (d, heads, width),
        "project/bias": (heads, width),
        "merge/kernel": (heads, width, d),
        "merge/bias": (d,),
    }

    def has_all(module: Any) -> None:
        params = expect.learner_calls(nnx.state, module, nnx.Param)
        expect.paths(params, *wanted)
        for path, shape in wanted.items():
            found = tuple(expect.leaf(params, path).shape)
            if found != shape:
                expect.fail(f"`{path}` has shape {found}, and should have {shape}.", f"{path} has another shape")

    holders = [module for module in run.modules() if "project" in vars(module)]
    expect.some(holders, has_all, "No module that your function built has an attribute `project`.")


def check_used(run: Run) -> None:
    """The output depends on kernels and biases"""
    expect.uses(run, "kernel")
    expect.uses(run, "bias")
