"""What a solution of nnx-filter-algebra is judged by.

The sizes are chosen so that each wrong choice of Variables gives a different count. A count on paper
needs no model: that is what the mechanism check is for.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case

CASES = [
    case("11 words, 4 wide, 2 classes", seed=0, words=11, d=4, classes=2),
    case("100 words, 7 wide, 5 classes", seed=1, words=100, d=7, classes=5),
    case("a single class", seed=42, words=6, d=5, classes=1),
]


def check_model(run: Run) -> None:
    """The model is built, with its Embed, BatchNorm and Dropout"""
    for kind in (nnx.Embed, nnx.BatchNorm, nnx.Dropout):
        expect.has_module(run, kind)
