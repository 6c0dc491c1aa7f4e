"""What a solution of nnx-diffstate-freeze is judged by.

The weight decay moves what has no gradient, so the values show a backbone that the optimizer knows; whether it keeps
means for a backbone that was put back is seen in the optimizer.
"""

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CASES = [
    case("2 outputs, 6 steps", seed=0, x=normal(6, 3, seed=1), y=normal(6, 2, seed=2), lr=0.1, steps=6),
    case("one output, 2 steps", seed=5, x=normal(4, 2, seed=3), y=normal(4, 1, seed=4) + 1.0, lr=0.3, steps=2),
    case("a batch of one, one step", seed=11, x=normal(1, 4, seed=5), y=normal(1, 3, seed=6), lr=0.05, steps=1),
]


def check_means(run: Run) -> None:
    """The optimizer keeps running means for the head only"""
    head = sorted([(5, run.arguments["y"].shape[1]), (run.arguments["y"].shape[1],)])
    for optimizer in run.objects(nnx.Optimizer):
        found = expect.leaves(optimizer.opt_state)
        means = {path: np.shape(held) for path, held in found.items() if "mu" in path.split("/")}
        if sorted(means.values()) != head:
            listed = ", ".join(path.partition("mu/")[2] for path in sorted(means)) or "nothing"
            expect.fail(
                f"The optimizer keeps running means for {listed}, and should for the kernel and the bias of the head.",
                f"means for {len(means)} Params",
            )


def draw_losses(run: Run) -> Picture:
    return curve("The loss in training", yours=run.part("losses"), reference=run.expected().part("losses"))
