"""What a solution of nnx-sgd-by-hand is judged by.

The losses show sign, rate, order and which Params move. No two cases share their sizes. The targets are far from
what a fresh layer gives, so the first steps are long.
"""

from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CASES = [
    case("12 steps, 7 rows", seed=0, x=normal(7, 3, seed=1), y=2.0 + normal(7, 2, seed=2), lr=0.3, steps=12),
    case("a batch of one, one step", seed=1, x=normal(1, 4, seed=3), y=normal(1, 3, seed=4), lr=0.05, steps=1),
    case("one output", seed=7, x=normal(5, 2, seed=5), y=-3.0 * normal(5, 1, seed=6), lr=0.1, steps=5),
    case("one input, 3 steps", seed=42, x=4.0 * normal(6, 1, seed=7), y=normal(6, 5, seed=8), lr=0.01, steps=3),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
