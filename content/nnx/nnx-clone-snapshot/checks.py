"""What a solution of nnx-clone-snapshot is judged by.

Rounds of several steps, and several rounds, tell a snapshot of each round from one that was taken once.
"""

from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CASES = [
    case(
        "a large learning rate",
        seed=0,
        x=normal(8, 3, seed=1),
        y=normal(8, 2, seed=2) + 2.0,
        lr=1.4,
        k=3,
        rounds=8,
        rtol=1e-4,
        atol=1e-5,
    ),
    case(
        "one step in a round",
        seed=5,
        x=normal(5, 2, seed=3),
        y=normal(5, 1, seed=4),
        lr=0.3,
        k=1,
        rounds=3,
        rtol=1e-4,
        atol=1e-5,
    ),
    case(
        "one round",
        seed=42,
        x=0.5 * normal(1, 4, seed=5),
        y=-2.0 * normal(1, 3, seed=6),
        lr=0.5,
        k=2,
        rounds=1,
        rtol=1e-4,
        atol=1e-5,
    ),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss at the end of each round", yours=run.part("losses"), reference=run.expected().part("losses"))
