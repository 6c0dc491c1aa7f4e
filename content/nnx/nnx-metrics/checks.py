"""What a solution of nnx-metrics is judged by.

In three cases the last batch has fewer rows, and in three there is more than one set, so both mistakes move the
values. The logits are large, so that the losses of the rows differ much.
"""

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal


def classes(*shape: int, seed: int, among: int) -> np.ndarray:
    """Random classes."""
    return np.random.default_rng(seed).integers(0, among, shape).astype(np.int32)


CASES = [
    case(
        "two sets of five rows, in twos",
        logits=3.0 * normal(2, 5, 4, seed=1),
        labels=classes(2, 5, seed=2, among=4),
        size=2,
    ),
    case("a row left over", logits=4.0 * normal(1, 7, 3, seed=3), labels=classes(1, 7, seed=4, among=3), size=3),
    case("batches of one", logits=2.0 * normal(3, 4, 2, seed=5), labels=classes(3, 4, seed=6, among=2), size=1),
    case(
        "three sets, one batch and a bit",
        logits=5.0 * normal(3, 6, 5, seed=7) - 1.0,
        labels=classes(3, 6, seed=8, among=5),
        size=5,
    ),
]


def check_metric(run: Run) -> None:
    """The scores are collected in an nnx.Metric"""
    if not run.objects(nnx.Metric):
        expect.fail("Your function built no nnx.Metric, so all examples must be there at once.", "no metric")
