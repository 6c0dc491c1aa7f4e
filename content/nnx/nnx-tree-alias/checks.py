"""What a solution of nnx-tree-alias is judged by.

A copy in place of an alias shows in the size and in the slope, an array in its place in the slope. An alias that is
left and only hidden, by graph mode for one call, shows in the modules.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("seven rows", seed=0, x=normal(7, 3, seed=1)),
    case("one row", seed=5, x=2.0 * normal(1, 6, seed=2)),
    case("as many inputs as hidden units", seed=42, x=-abs(normal(5, 4, seed=3))),
]


def check_no_alias(run: Run) -> None:
    """Nothing in a module is reached by two ways"""
    for module in run.modules():
        for ways in nnx.find_duplicates(module):
            told = " and ".join("`" + ".".join(map(str, path)) + "`" for path in ways)
            expect.fail(f"{told} are the same object.", "an alias")
