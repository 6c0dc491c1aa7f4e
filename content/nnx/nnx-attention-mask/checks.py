"""What a solution of nnx-attention-mask is judged by.

The first case has as many rows as heads, so that a mask without an axis for heads raises nothing. Padding holds large
numbers, so that one who looks at it is seen.
"""

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal


def lengths(*each: int) -> np.ndarray:
    return np.array(each, np.int32)


def padded(b: int, t: int, d: int, seed: int, counts: np.ndarray) -> np.ndarray:
    """Padding, and as many tokens at the end, which are far away from it."""
    far = np.arange(t)[None, :, None] < t - counts[:, None, None]
    return np.where(far, 5.0, 1.0).astype(np.float32) * normal(b, t, d, seed=seed)


CASES = [
    case("2 rows", seed=0, x=padded(2, 5, 6, 1, lengths(3, 5)), lengths=lengths(3, 5)),
    case("a batch of one", seed=1, x=padded(1, 6, 4, 2, lengths(2)), lengths=lengths(2)),
    case("3 rows", seed=7, x=2.0 * padded(3, 4, 2, 3, lengths(1, 4, 2)), lengths=lengths(1, 4, 2)),
    case("one position", seed=42, x=normal(2, 1, 8, seed=4), lengths=lengths(1, 1)),
]


def check_layer_of_flax(run: Run) -> None:
    """The output comes out of an nnx.MultiHeadAttention"""
    expect.has_module(run, nnx.MultiHeadAttention)
    expect.answered_by(run, "nnx", of=nnx.MultiHeadAttention)
