"""What a solution of nnx-mini-lm is judged by.

Only the first case trains: on a melody of six tones. What is drawn depends on the logits of one place alone, so a wrong
row shows. Each case has sizes of its own, or a model that was traced in an earlier one would run in none.
"""

import numpy as np

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, curve, heat


def text(*ids: int) -> np.ndarray:
    return np.array(ids, np.int32)


CASES = [
    case(
        "a melody, 30 steps",
        rtol=5e-3,
        atol=5e-3,
        seed=0,
        ids=text(0, 1, 2, 3, 4, 5, 4, 3, 2, 1, 0, 1, 2, 3, 4, 5),
        prompt=text(0, 1, 2),
        n=8,
        vocab=6,
        d=8,
        heads=2,
        layers=1,
        steps=30,
    ),
    case(
        "one token to begin with",
        seed=3,
        ids=text(1, 2, 0),
        prompt=text(4),
        n=2,
        vocab=5,
        d=6,
        heads=1,
        layers=1,
        steps=0,
    ),
    case(
        "one token is sampled",
        seed=42,
        ids=text(1, 0),
        prompt=text(6, 0, 3, 3, 2),
        n=1,
        vocab=7,
        d=4,
        heads=2,
        layers=1,
        steps=0,
    ),
]


def check_traces(run: Run) -> None:
    """The model runs in Python at most four times, however many tokens are sampled"""
    count = sum("tokens" in vars(module) for module in run.recorder.called)
    if count > 4:
        said = f"The model ran {count} times in Python: it was traced, or called uncompiled, for single tokens."
        expect.fail(said, "too many traces")


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))


def draw_melody(run: Run) -> Picture:
    tones = np.arange(run.arguments["vocab"])[::-1]
    played = np.asarray(run.part("text"))[None, :] == tones[:, None]
    return heat("The melody from the prompt on: a column for each token", played, [f"tone {tone}" for tone in tones])
