"""What a solution of nnx-rnn-lengths is judged by.

The filling is large, so that each step of it shows. Every batch but that of one has a full sequence and a short one.
"""

import numpy as np

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, bars, case, normal


def filled(x: np.ndarray, lengths: list[int]) -> np.ndarray:
    """`x` with large numbers behind the end of each sequence."""
    behind = np.arange(x.shape[1]) >= np.array(lengths)[:, None]
    return np.where(behind[:, :, None], 5.0 + x, x).astype(np.float32)


def lengths(*each: int) -> np.ndarray:
    return np.array(each, np.int32)


CASES = [
    case(
        "three sequences of 6, 2 and 1 steps",
        seed=0,
        x=filled(normal(3, 6, 2, seed=1), [6, 2, 1]),
        lengths=lengths(6, 2, 1),
        features=4,
    ),
    case("one sequence, half filling", seed=3, x=filled(normal(1, 4, 3, seed=2), [2]), lengths=lengths(2), features=2),
    case(
        "as many sequences as steps",
        seed=42,
        x=filled(normal(3, 3, 3, seed=3) - 1.0, [1, 3, 2]),
        lengths=lengths(1, 3, 2),
        features=3,
    ),
]


def check_scan(run: Run) -> None:
    """The batch runs through the cell at once: one scan"""
    expect.has_primitive(run, "scan", 1, over="x")


def draw_lengths(run: Run) -> Picture:
    """How far the vector of the shortest sequence is from the one that it has alone."""
    arguments = run.arguments
    short = int(np.argmin(arguments["lengths"]))
    n = int(arguments["lengths"][short])
    alone = run.expected(x=arguments["x"][short : short + 1, :n], lengths=arguments["lengths"][short : short + 1])
    far = [np.abs(np.asarray(one.output)[short] - np.asarray(alone.output)[0]).max() for one in (run, run.expected())]
    return bars("How far the shortest sequence is from its vector without filling", yours=far[0], reference=far[1])
