"""What a solution of nnx-mini-bert is judged by.

Only the first case trains. The texts count upwards in a circle, so what stands before or behind a gap tells what was
in it. The texts have different numbers of gaps, and one of the third case has none.
"""

import numpy as np

from flaxdrills.worker.expect import Picture, Run, bars, case, curve


def counting(vocab: int, length: int, *begins: int) -> np.ndarray:
    return np.array([[(begin + i) % vocab for i in range(length)] for begin in begins], np.int32)


def gaps(*texts: str) -> np.ndarray:
    """True where a text has an underscore."""
    return np.array([[letter == "_" for letter in text] for text in texts])


CASES = [
    case(
        "counting in a circle, 30 steps",
        rtol=5e-3,
        atol=5e-3,
        seed=0,
        ids=counting(5, 6, 0, 1, 2, 3, 4),
        hidden=gaps("x_xxxx", "xxx_x_", "_xxxxx", "xx_xxx", "xxxx_x"),
        vocab=5,
        d=8,
        heads=2,
        layers=1,
        steps=30,
    ),
    case(
        "one text",
        rtol=1e-4,
        atol=1e-5,
        seed=3,
        ids=np.array([[3, 0, 2, 2]], np.int32),
        hidden=gaps("_xx_"),
        vocab=4,
        d=6,
        heads=3,
        layers=1,
        steps=0,
    ),
    case(
        "a text without a gap",
        rtol=1e-4,
        atol=1e-5,
        seed=42,
        ids=np.array([[1, 2, 0], [0, 0, 1], [2, 1, 1]], np.int32),
        hidden=gaps("xxx", "__x", "xx_"),
        vocab=3,
        d=4,
        heads=1,
        layers=1,
        steps=0,
    ),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))


def draw_gaps(run: Run) -> Picture:
    return bars("How likely is what stood in the gaps", yours=_truth(run), reference=_truth(run.expected()))


def _truth(run: Run) -> float:
    hidden, ids = np.asarray(run.case.arguments["hidden"]), np.asarray(run.case.arguments["ids"])
    filled = np.asarray(run.part("filled"))
    return float(np.take_along_axis(filled, ids[..., None], axis=-1)[..., 0][hidden].mean())
