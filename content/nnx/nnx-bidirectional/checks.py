"""What a solution of nnx-bidirectional is judged by.

The padding is large, so that reading it shows. Every batch but that of one has a full sequence and a short one.
"""

import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, heat, normal


def padded(x: np.ndarray, lengths: list[int]) -> np.ndarray:
    """`x` with large numbers behind the end of each sequence."""
    behind = np.arange(x.shape[1]) >= np.array(lengths)[:, None]
    return np.where(behind[:, :, None], 4.0 - x, x).astype(np.float32)


def lengths(*each: int) -> np.ndarray:
    return np.array(each, np.int32)


CASES = [
    case(
        "two sequences of 3 and 6 steps",
        seed=0,
        x=padded(normal(2, 6, 3, seed=1), [3, 6]),
        lengths=lengths(3, 6),
        features=4,
    ),
    case("one sequence of three", seed=3, x=padded(normal(1, 4, 2, seed=2), [3]), lengths=lengths(3), features=3),
    case(
        "as many sequences as steps",
        seed=42,
        x=padded(normal(3, 3, 2, seed=3) - 1.0, [1, 3, 2]),
        lengths=lengths(1, 3, 2),
        features=2,
    ),
]


def draw_first(run: Run) -> Picture:
    outputs = np.asarray(run.output)[0].T
    half = len(outputs) // 2
    names = [f"forward {i}" for i in range(half)] + [f"backward {i}" for i in range(len(outputs) - half)]
    return heat("A sequence of 3 steps in a batch of 6: a column for each place", outputs, names)
