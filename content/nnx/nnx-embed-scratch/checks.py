"""What a solution of nnx-embed-scratch is judged by.

The vectors show the lookup, the gradients whether the padding is trained. Ids repeat, some never occur, and the padding
is the first, the last and one in the middle. No two cases share their sizes.
"""

import jax.numpy as jnp
import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, heat


def ids(*rows: object) -> np.ndarray:
    return np.array(rows, np.int32)


CASES = [
    case("two sentences", seed=0, ids=ids([4, 2, 2, 0], [5, 0, 0, 0]), vocab=7, d=3, pad=0),
    case("one sentence, padding in the middle of the table", seed=1, ids=ids(3, 1, 3, 2, 3), vocab=5, d=4, pad=3),
    case(
        "padding is the last id, three axes", seed=7, ids=ids([[3, 1], [2, 2]], [[0, 3], [3, 3]]), vocab=4, d=1, pad=3
    ),
    case("no padding there, a batch of one", seed=42, ids=ids([1, 1, 5]), vocab=6, d=2, pad=0),
]


def check_table(run: Run) -> None:
    """`table` is an nnx.Param of shape (vocab, d)"""
    expect.variable(run, "table", nnx.Param, shape=(run.arguments["vocab"], run.arguments["d"]))


def check_lookup(run: Run) -> None:
    """Rows are looked up: no product of matrices is in the trace"""
    expect.lacks_primitive(run, "dot_general")


def check_by_hand(run: Run) -> None:
    """No nnx.Embed is used"""
    if run.modules(nnx.Embed):
        expect.fail("An nnx.Embed was used, and the task is to write the lookup.", "an nnx.Embed")


def draw_grads(run: Run) -> Picture:
    grads = jnp.abs(jnp.asarray(run.part("grads")))
    return heat("The gradient of each row (none for padding and unused ids)", grads)
