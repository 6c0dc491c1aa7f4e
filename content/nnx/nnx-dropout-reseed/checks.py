"""What a solution of nnx-dropout-reseed is judged by.

The kernel changes between the calls, so the first output, returned twice, is not the answer. No two seeds are alike.
"""

from flaxdrills.worker.expect import case, normal

CASES = [
    case("three rows", seed=0, x=normal(3, 6, seed=1), mask_seed=7),
    case("the same model, a different mask", seed=0, x=normal(3, 6, seed=1), mask_seed=8),
    case("one row", seed=5, x=normal(1, 9, seed=2) - 2.0, mask_seed=0),
    case("two columns", seed=42, x=4.0 * normal(8, 2, seed=3), mask_seed=1234),
]
