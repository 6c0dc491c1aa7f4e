"""What a solution of nnx-surgery-head-swap is judged by.

Where both heads have one shape, an old optimizer raises nothing, so that is the first case.
"""

from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CASES = [
    case(
        "as many outputs as before", seed=0, x=normal(7, 3, seed=1), old=normal(7, 2, seed=2),
        new=normal(7, 2, seed=3) + 1.0, lr=0.05, steps=6,
    ),
    case(
        "from 2 outputs to 5", seed=3, x=normal(4, 4, seed=4), old=normal(4, 2, seed=5),
        new=normal(4, 5, seed=6), lr=0.02, steps=3,
    ),
    case(
        "a batch of one, from 4 to 1", seed=8, x=normal(1, 2, seed=7), old=normal(1, 4, seed=8),
        new=normal(1, 1, seed=9) - 2.0, lr=0.1, steps=1,
    ),
]  # fmt: skip


def draw_losses(run: Run) -> Picture:
    return curve("The loss of the second stage", yours=run.part("second"), reference=run.expected().part("second"))
