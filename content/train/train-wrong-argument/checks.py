"""What a solution of train-wrong-argument is judged by.

Texts are noisy images, so a step with the gradients of the wrong tower goes uphill. No two cases share their sizes.
"""

import numpy as np

from flaxdrills.worker.expect import Case, Picture, Run, case, curve, normal


def pairs(name: str, n: int, d: int, **others: float) -> Case:
    """A case of n images with d numbers, and noisy copies of them as texts."""
    images = 1.5 * normal(n, d, seed=n)
    texts = (0.8 * images + 0.5 * normal(n, d, seed=d + 100)).astype(np.float32)
    return case(name, images=images, texts=texts, **others)


CASES = [
    pairs("9 pairs, 20 steps", 9, 4, seed=0, lr=0.3, steps=20),
    pairs("a single pair, one step", 1, 3, seed=11, lr=0.1, steps=1),
    pairs("6 pairs of 2 numbers", 6, 2, seed=7, lr=0.2, steps=5),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
