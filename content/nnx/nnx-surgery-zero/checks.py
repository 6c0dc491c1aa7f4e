"""What a solution of nnx-surgery-zero is judged by.

The biases are drawn, so that a bias that is forgotten shows. The values after training say which Params were zero.
"""

from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CASES = [
    case("3 blocks, 8 steps", seed=0, x=normal(6, 3, seed=1), y=1.0 + normal(6, 3, seed=2), depth=3, lr=0.1, steps=8),
    case(
        "one block, a batch of one", seed=4, x=normal(1, 5, seed=3), y=normal(1, 5, seed=4), depth=1, lr=0.05, steps=3
    ),
    case("2 blocks, 2 steps", seed=21, x=normal(4, 2, seed=5), y=normal(4, 2, seed=6) - 2.0, depth=2, lr=0.2, steps=2),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss in training", yours=run.part("losses"), reference=run.expected().part("losses"))
