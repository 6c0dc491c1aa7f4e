"""What a solution of nnx-two-layer-mlp is judged by.

The values show the keys, their order, and where the relu stands. The biases are zero, so only the mechanism
checks tell whether they are there; and only these see the tree of modules. No two cases share their sizes.
"""

from typing import Any

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("4 rows, 5 inputs", seed=0, x=normal(4, 5, seed=1), hidden=8, out=3),
    case("a batch of one", seed=1, x=normal(1, 3, seed=2), hidden=4, out=6),
    case("one output", seed=7, x=normal(3, 2, seed=3), hidden=5, out=1),
    case("all sizes alike", seed=3, x=-2.0 * normal(4, 4, seed=5), hidden=4, out=4),
]


def check_tree(run: Run) -> None:
    """`hidden` and `out` of one module are nnx.Linears with a bias"""

    def has_both(module: Any) -> None:
        for name in ("hidden", "out"):
            layer = vars(module).get(name)
            if not isinstance(layer, nnx.Linear):
                expect.fail(f"No module that your function built has an nnx.Linear at attribute `{name}`.")
            if layer.bias is None:
                expect.fail(f"The layer `{name}` has no bias.")

    others = [module for module in run.modules() if not isinstance(module, nnx.Linear)]
    expect.some(others, has_both, "There is no module that could hold the two layers.")


def check_biases(run: Run) -> None:
    """The output depends on the biases"""
    expect.uses(run, "bias")


def check_call(run: Run) -> None:
    """What you return is what a call of the module gives for x"""
    expect.call_gives(run, "hidden", run.arguments["x"])
