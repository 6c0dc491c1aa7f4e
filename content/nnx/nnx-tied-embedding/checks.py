"""What a solution of nnx-tied-embedding is judged by.

The gradient of the table tells whether both uses are in it, for a copy has the same logits. An alias in graph mode
has the right values, too; the model that was built tells it.
"""

import jax
import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case


def words(*ids: int) -> np.ndarray:
    """Ids."""
    return np.array(ids, np.int32)


CASES = [
    case("six words of seven", seed=0, ids=words(1, 4, 2, 2, 6, 0), vocab=7, d=3),
    case("one prediction", seed=1, ids=words(3, 1), vocab=5, d=4),
    case("as many words as the width", seed=7, ids=words(0, 1, 2, 3, 0), vocab=4, d=4),
    case("width 1", seed=42, ids=words(2, 2, 0, 1), vocab=3, d=1),
]


def check_aliases(run: Run) -> None:
    """In each module every Variable is reached by one path"""
    for module in run.modules():
        for places in nnx.find_duplicates(module):
            told = " and ".join(sorted(f"`{'/'.join(map(str, place))}`" for place in places))
            expect.fail(f"In {type(module).__name__} one object is at {told}.", "an alias")


def check_size(run: Run) -> None:
    """The largest module holds one table, one mix and the biases"""
    vocab, d = run.arguments["vocab"], run.arguments["d"]
    wanted = vocab * d + d * d + d + vocab
    sizes = [sum(leaf.size for leaf in jax.tree.leaves(nnx.state(m, nnx.Param, graph=True))) for m in run.modules()]
    if not sizes:
        expect.fail("Your function built no module.", "no module")
    if max(sizes) != wanted:
        told = f"The largest module holds {max(sizes)} numbers in its Params, and should hold {wanted}."
        expect.fail(told, f"{max(sizes) - wanted} too many")
