"""What a solution of nnx-grad-bn-update is judged by.

A second call of the model in a step shows in the running mean, and so does one whose changes are lost.
"""

from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CASES = [
    case(
        "ten steps",
        seed=0,
        x=normal(8, 3, seed=1) + 1.0,
        y=normal(8, 1, seed=2) + 2.0,
        lr=0.1,
        steps=10,
        rtol=1e-4,
        atol=1e-5,
    ),
    case(
        "one step", seed=5, x=2.0 * normal(4, 2, seed=3), y=normal(4, 1, seed=4), lr=0.3, steps=1, rtol=1e-4, atol=1e-5
    ),
    case(
        "three steps, one column",
        seed=42,
        x=normal(6, 1, seed=5) - 1.0,
        y=normal(6, 1, seed=6),
        lr=0.05,
        steps=3,
        rtol=1e-4,
        atol=1e-5,
    ),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss of each step", yours=run.part("losses"), reference=run.expected().part("losses"))
