"""What a solution of nnx-grad-mask is judged by.

The backbones have one to three layers, so a mask that names its layers fails. The steps are large enough that each
Param that may move does so by more than the tolerance.
"""

from typing import Any

import jax
import numpy as np

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, bars, case, normal

CASES = [
    case("two layers", seed=0, x=normal(7, 3, seed=1), y=1.0 + normal(7, 2, seed=2), depth=2, lr=0.2, steps=8),
    case("one layer, a batch of one", seed=1, x=normal(1, 4, seed=3), y=normal(1, 3, seed=4), depth=1, lr=0.1, steps=3),
    case("three layers", seed=7, x=normal(5, 2, seed=5), y=-2.0 * normal(5, 1, seed=6), depth=3, lr=0.1, steps=5),
    case("a single step", seed=42, x=3.0 * normal(6, 5, seed=7), y=normal(6, 2, seed=8), depth=2, lr=0.3, steps=1),
]


def flat(run: Run) -> dict[str, Any]:
    """The returned params by path."""
    return expect.leaves(run.part("params"))


def check_frozen(run: Run) -> None:
    """The kernels of the backbone are what they were, to the last bit"""
    # The reference moves none of them, so they hold what was drawn.
    drawn = flat(run.expected())
    for path, held in flat(run).items():
        if not path.startswith("backbone") or not path.endswith("kernel") or expect.is_traced(held):
            continue
        if path in drawn and not np.array_equal(np.asarray(held), np.asarray(drawn[path])):
            expect.fail(f"`{path}` is not what it was at the start.", f"{path} moved")


def draw_moves(run: Run) -> Picture:
    first = flat(run.expected(lr=0.0))
    moved = {path: float(abs(np.asarray(held) - np.asarray(first[path])).max()) for path, held in flat(run).items()}
    return bars("How far each Param moved", **jax.tree.map(lambda far: round(far, 4), moved))
