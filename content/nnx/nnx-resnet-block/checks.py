"""What a solution of nnx-resnet-block is judged by.

The statistics show the momentum; the output in evaluation shows which statistics were used. No case has as many
rows as columns, and the values are far from zero mean, so the statistics move a long way.
"""

from flaxdrills.worker.expect import case, normal

CASES = [
    case("two images of three channels", atol=2e-5, seed=0, x=1.0 + normal(2, 5, 4, 3, seed=1)),
    case("a batch of one", atol=2e-5, seed=3, x=2.0 * normal(1, 3, 6, 2, seed=2) - 0.5),
    case("one channel", atol=2e-5, seed=42, x=-3.0 + normal(4, 2, 3, 1, seed=3)),
]
