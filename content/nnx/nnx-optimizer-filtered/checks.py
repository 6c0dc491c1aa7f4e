"""What a solution of nnx-optimizer-filtered is judged by.

Adam's bias correction counts the updates, so the values show a part that was updated too often, even with zeros.
"""

from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CASES = [
    case(
        "7 steps, each third",
        seed=0,
        x=normal(6, 3, seed=1),
        y=normal(6, 2, seed=2),
        lr=0.1,
        steps=7,
        every=3,
    ),
    case("each second step", seed=4, x=normal(3, 2, seed=3), y=normal(3, 1, seed=4), lr=0.2, steps=4, every=2),
    case("a batch of one, one step", seed=2, x=normal(1, 4, seed=7), y=normal(1, 1, seed=8), lr=0.1, steps=1, every=5),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
