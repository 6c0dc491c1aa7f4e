"""What a solution of train-masked-loss is judged by.

Sentences of very different lengths tell the mean over tokens from the mean of means, and the gradient tells what is
divided by. One batch has no token. The scores of padding are large, so that they show where they get in.
"""

from typing import Any

import numpy as np

from flaxdrills.worker.expect import case, normal


def batch(lengths: list[int], tokens: int, words: int, seed: int) -> dict[str, Any]:
    """Sentences of these lengths, filled up to `tokens`."""
    mask = np.arange(tokens) < np.array(lengths)[:, None]
    labels = np.random.default_rng(seed).integers(words, size=mask.shape)
    logits = normal(*mask.shape, words, seed=seed) * np.where(mask, 1.0, 9.0)[..., None]
    return {
        "logits": logits.astype(np.float32),
        "labels": np.where(mask, labels, -100).astype(np.int32),
        "mask": mask,
    }


CASES = [
    case("lengths 5, 1 and 3", **batch([5, 1, 3], 5, 4, seed=1)),
    case("a batch of one", **batch([2], 3, 7, seed=2)),
    case("a sentence without a token", **batch([0, 4], 6, 3, seed=3)),
    case("no token at all", **batch([0, 0], 4, 5, seed=4)),
    case("no padding", **batch([2, 2, 2, 2], 2, 2, seed=5)),
]
