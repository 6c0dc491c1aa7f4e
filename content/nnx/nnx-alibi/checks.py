"""What a solution of nnx-alibi is judged by.

In one case there are as many heads as positions, so that slopes on the wrong axis raise nothing. Small inputs leave the
bias its weight.
"""

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, heat, normal

CASES = [
    case("9 positions, 2 heads", seed=0, x=normal(9, 6, seed=1), num_heads=2),
    case("one position", seed=1, x=normal(1, 4, seed=2), num_heads=2),
    case("3 positions, 3 heads", seed=7, x=0.5 * normal(3, 6, seed=3), num_heads=3),
    case("one head", seed=42, x=2.0 * normal(6, 5, seed=4), num_heads=1),
    case("4 heads", seed=5, x=0.1 * normal(12, 8, seed=5), num_heads=4),
]


def check_layer_of_flax(run: Run) -> None:
    """The output comes out of an nnx.MultiHeadAttention"""
    expect.has_module(run, nnx.MultiHeadAttention)
    expect.answered_by(run, "nnx", of=nnx.MultiHeadAttention)


def check_params_as_before(run: Run) -> None:
    """The layer has the Params that it had"""
    for layer in run.modules(nnx.MultiHeadAttention):
        expect.leaf_count(layer, 4, of=nnx.Param)


def draw_reach(run: Run) -> Picture:
    x, before = np.asarray(run.arguments["x"]), np.asarray(run.part())
    moves = []
    for place in range(len(x)):
        moved = x.copy()
        moved[place] = -x[place]
        moves.append(np.linalg.norm(np.asarray(run.again(x=moved).part()) - before, axis=1))
    return heat("How much each output (a row) moves with each input", np.stack(moves, axis=1))
