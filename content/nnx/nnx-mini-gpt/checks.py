"""What a solution of nnx-mini-gpt is judged by.

The values show mask, order, head and targets. Only the first case trains: each case has sizes of its own, and each
compiles. Adam enlarges what rounding does, so that case is compared less closely.
"""

import jax
import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, curve, heat


def text(*ids: int) -> np.ndarray:
    return np.array(ids, np.int32)


CASES = [
    case(
        "one layer, 25 steps",
        rtol=2e-3,
        atol=2e-3,
        seed=0,
        ids=text(0, 1, 2, 3, 0, 1, 4, 5, 0, 1, 2, 3),
        vocab=6,
        d=8,
        heads=2,
        layers=1,
        steps=25,
    ),
    case("two tokens", rtol=1e-4, atol=1e-5, seed=3, ids=text(4, 0), vocab=5, d=6, heads=3, layers=1, steps=0),
    case("two blocks", rtol=1e-4, atol=1e-5, seed=11, ids=text(2, 2, 0, 1), vocab=4, d=4, heads=1, layers=2, steps=0),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))


def draw_guesses(run: Run) -> Picture:
    ids = [str(i) for i in run.arguments["ids"]]
    return heat("After each token: how likely is 0, 1, 2, ... next?", jax.nn.softmax(run.part("logits")), ids)
