"""What a solution of nnx-shared-module is judged by.

The values tell a gradient of one use from that of all three. They are the same for an alias in graph mode, and for
clones whose gradients are added by hand: the model that was built tells those.
"""

import jax
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("five rows, width 3", seed=0, x=normal(5, 3, seed=1), y=normal(5, 3, seed=2)),
    case("a batch of one", seed=1, x=normal(1, 4, seed=3), y=-normal(1, 4, seed=4)),
    case("width 1", seed=7, x=2.0 * normal(6, 1, seed=5), y=normal(6, 1, seed=6)),
    case("large targets", seed=42, x=normal(4, 5, seed=7), y=5.0 + normal(4, 5, seed=8)),
]


def check_aliases(run: Run) -> None:
    """In each module every Variable is reached by one path"""
    for module in run.modules():
        for places in nnx.find_duplicates(module):
            told = " and ".join(sorted(f"`{'/'.join(map(str, place))}`" for place in places))
            expect.fail(f"In {type(module).__name__} one object is at {told}.", "an alias")


def check_size(run: Run) -> None:
    """The largest module holds d * d + d numbers in its Params"""
    d = run.arguments["x"].shape[1]
    sizes = [sum(leaf.size for leaf in jax.tree.leaves(nnx.state(m, nnx.Param, graph=True))) for m in run.modules()]
    if not sizes:
        expect.fail("Your function built no module.", "no module")
    if max(sizes) != d * d + d:
        told = f"The largest module holds {max(sizes)} numbers in its Params, and should hold {d * d + d}."
        expect.fail(told, f"{max(sizes)} numbers")
